import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalog } from '../../lib/catalog';
import { calibrate, predictionFor } from './calibration';
import { parseCsv } from './csv';
import { writeEvidence } from './evidence';
import { readMeasurements } from './measurements';
import { scoreOf } from './statistics';

/*
 * `npx tsx bench/planner/calibrate.ts <benchmarks.csv>`: fits the constants of the performance model and writes them with
 * their fit statistics. The same table gives the same file.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: calibrate.ts <benchmarks.csv>\n');
  process.exit(2);
}
const { measurements } = readMeasurements(parseCsv(readFileSync(file, 'utf8')), catalog);
const fitted = measurements.filter(({ doubt }) => doubt === undefined);
const constants = calibrate(fitted);

const sets = [
  ['time per token, dense', 'tpot', false],
  ['time per token, experts', 'tpot', true],
  ['time to first token, dense', 'ttft', false],
  ['time to first token, experts', 'ttft', true],
] as const;
const statistics = sets.map(([name, metric, moe]) => {
  const rows = fitted.filter((row) => row.metric === metric && (row.model.moe !== undefined) === moe);
  const { mape, median, within30 } = scoreOf(rows, (row) => predictionFor(row, constants, 'known'));
  return ` * - ${name}: ${rows.length} rows, mean error ${mape.toFixed(1)} %, median ${median.toFixed(1)} %, ${within30.toFixed(0)} % within 30 %`;
});

const text = `import type { PerformanceConstants } from './performance-constants';

/**
 * Written by bench/planner/calibrate.ts from ${fitted.length} measurements; do not edit. A robust least-squares fit on logarithms,
 * pulled toward the textbook values of bench/planner/priors.ts. On the rows it was fitted to, with their runs known:
${statistics.join('\n')}
 *
 * What it is worth on rows it has not seen is in bench/planner/results.md.
 */
export const constants: PerformanceConstants = {
${Object.entries<number>({ ...constants })
  .map(([name, value]) => `  ${name}: ${literal(value)},`)
  .join('\n')}
};
`;
writeFileSync(resolve(__dirname, '../../lib/plan/performance/calibrated-constants.ts'), text);
writeEvidence(measurements);
process.stdout.write(`${statistics.join('\n')}\n`);

/** Three digits: more would pretend to know. */
function literal(value: number): string {
  return String(Number(value.toPrecision(3)));
}
