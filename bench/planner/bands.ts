import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalog } from '../../lib/catalog';
import { evidence } from '../../lib/plan/performance/calibrated-evidence';
import { evidenceFor } from '../../lib/plan/performance/evidence';
import type { MeasuredGroup } from '../../lib/plan/performance/performance-constants';
import { copyOf } from './calibration';
import { parseCsv } from './csv';
import { deviceOf, familyOf, heldOut, pairOf } from './folds';
import type { Measurement } from './measurements';
import { readMeasurements } from './measurements';
import { groupBy, table } from './statistics';

/*
 * `node --require tsx/cjs bench/planner/bands.ts <benchmarks.csv>`: how many measurements lie inside the band a plan would
 * have shown, had neither the constants nor the table of evidence known what is left out.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: bands.ts <benchmarks.csv>\n');
  process.exit(2);
}
const { measurements } = readMeasurements(parseCsv(readFileSync(file, 'utf8')), catalog);
const rows = measurements.filter(({ doubt }) => doubt === undefined);
const expertsOf = ({ model }: Measurement): boolean => model.moe !== undefined;

interface Fold {
  readonly name: string;
  readonly groupOf: (row: Measurement) => string;
  /** Groups a plan would still have known. */
  readonly known: (group: MeasuredGroup, row: Measurement) => boolean;
}
const folds: readonly Fold[] = [
  { name: 'a device', groupOf: deviceOf, known: (group, row) => group.accelerator !== row.accelerator.id },
  {
    name: 'a model on a device, and its kind there',
    groupOf: pairOf,
    known: (group, row) => group.accelerator !== row.accelerator.id || group.experts !== expertsOf(row),
  },
  // Groups keep no models apart, so the table still counts the one left out.
  { name: 'a model; its class stays known', groupOf: familyOf, known: () => true },
];

const lines = folds.flatMap(({ name, groupOf, known }) => {
  const predict = heldOut(rows, groupOf)('planner');
  const judged = rows.map((row) => {
    const groups = evidence.groups.filter((group) => known(group, row));
    const { class: evidenceClass, ...band } = evidenceFor(copyOf(row), { ...evidence, groups });
    const percent = row.metric === 'tpot' ? band.errorPercent : band.firstTokenErrorPercent;
    const inside = Math.abs(predict(row) / row.value - 1) * 100 <= percent;
    return { metric: row.metric, kind: expertsOf(row) ? 'experts' : 'dense', evidenceClass, percent, inside };
  });
  return groupBy(judged, ({ metric, kind, evidenceClass }) => `${metric} ${kind} ${evidenceClass}`).map(
    ([group, members]) => {
      const inside = members.filter((row) => row.inside).length;
      const bands = members.map(({ percent }) => percent);
      const range = [...new Set([Math.min(...bands), Math.max(...bands)])].join(' to ');
      return [name, group, members.length, `${range} %`, `${((100 * inside) / members.length).toFixed(0)} %`];
    },
  );
});

const text = `# How often the bands hold

Made by \`node --require tsx/cjs bench/planner/bands.ts benchmarks.csv\`. A band claims four of five; a plan is told model,
device, split, format and load, not how the run was made. Rows and exclusions are those of \`results.md\`. The error of what
was left out, which bands without a measurement start from, is pooled over all folds and so knows each of them a little.

${table(['left out', 'rows of', 'rows', 'bands', 'inside'], lines)}
`;
writeFileSync(resolve(__dirname, 'bands.md'), text);
process.stdout.write(text);
