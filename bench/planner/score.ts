import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { catalog } from '../../lib/catalog';
import { constants } from '../../lib/plan/performance/calibrated-constants';
import type { View } from './calibration';
import { predictionFor } from './calibration';
import { parseCsv } from './csv';
import { deviceOf, familyOf, heldOut, pairOf } from './folds';
import type { Measurement } from './measurements';
import { readMeasurements } from './measurements';
import { memoryPoints } from './memory-points';
import { memoryReport } from './memory-report';
import { rankingReport } from './ranking-report';
import { referencePrediction } from './reference-formulas';
import type { Predict } from './statistics';
import { groupBy, percent, scoreOf, table } from './statistics';
import { targetReport } from './targets';

/*
 * `npm run bench:planner -- <benchmarks.csv> <memory_points.csv>`: how well the planner predicts measurements, as
 * Markdown. Every held-out figure comes from constants refitted without the rows it is about.
 */
const [benchmarks, memory] = process.argv.slice(2);
if (benchmarks === undefined || memory === undefined) {
  process.stderr.write('usage: npm run bench:planner -- <benchmarks.csv> <memory_points.csv>\n');
  process.exit(2);
}
const { measurements, exclusions } = readMeasurements(parseCsv(readFileSync(benchmarks, 'utf8')), catalog);
const sound = measurements.filter(({ doubt }) => doubt === undefined);
const shipped =
  (view: View): Predict =>
  (row) =>
    predictionFor(row, constants, view);
const withoutDevice = heldOut(measurements, deviceOf);
const withoutModel = heldOut(measurements, familyOf);
const withoutPair = heldOut(measurements, pairOf);

/** Prompts this much longer than answers make the time per token a matter of prompts. */
const longestPromptShare = 20;

const groups: readonly (readonly [string, (row: Measurement) => boolean])[] = [
  ['TPOT dense', (row) => row.metric === 'tpot' && row.model.moe === undefined],
  ['TPOT MoE', (row) => row.metric === 'tpot' && row.model.moe !== undefined],
  ['TTFT dense', (row) => row.metric === 'ttft' && row.model.moe === undefined],
  ['TTFT MoE', (row) => row.metric === 'ttft' && row.model.moe !== undefined],
  ['TTFT all', (row) => row.metric === 'ttft'],
];

const predictors: readonly (readonly [string, (view: View) => Predict])[] = [
  ['shipped constants, in-sample', shipped],
  ['leave one GPU out', withoutDevice],
  ['leave one model out', withoutModel],
  ['leave one model and GPU pair out', withoutPair],
];

const out: string[] = [];
const print = (...lines: readonly string[]): void => void out.push(...lines, '');

print('# How well the planner predicts', provenance());
const points = memoryPoints(parseCsv(readFileSync(memory, 'utf8')), catalog);
const [byDevice, byModel] = [withoutDevice('planner'), withoutModel('planner')];
print('## Targets', targetReport(sound, points, [byDevice, byModel]));
print('## Rows', `${measurements.length} of the vLLM rows are read, ${sound.length} of them without doubt. Left out:`);
print(
  table(
    ['reason', 'rows'],
    [...exclusions, ...doubts()].toSorted((a, b) => b.rows - a.rows).map(({ reason, rows }) => [reason, rows]),
  ),
);
print(
  '## Scores',
  '`planner` is told what a plan knows: model, device, split, format, load. `run known` is also told how the run was made',
  '(engine age, prompts from the prefix cache, arrivals, cache format), read from the source; it shows what the physics',
  'is worth and is not what a user gets. Mean absolute percentage error, with median in brackets.',
  '',
);
print(summary('rows without doubt', sound));
print(summary(`all rows with prompts at most ${longestPromptShare} times the answer`, measurements.filter(inScope)));
print(summary('all rows', measurements));
for (const [name, keep] of groups.slice(0, 4)) {
  print(
    `## ${name} by model and GPU`,
    'Rows without doubt; `held out` leaves the GPU out; bias above zero is too slow.',
  );
  print(byGroup(sound.filter(keep)));
}
print('## Memory', memoryReport(points));
print(
  '## Ranking by dollars per token',
  rankingReport(sound, [
    ['planner', shipped('planner')],
    ['leave one GPU out', byDevice],
    ['leave one model out', byModel],
    ['reference', referencePrediction],
  ]),
);
process.stdout.write(`${out.join('\n').trimEnd()}\n`);

function provenance(): string {
  const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  return `\nMade by \`npm run bench:planner -- benchmarks.csv memory_points.csv\` on ${date} (${machine}). Times are predicted, not\nmeasured here, so the machine does not matter. The reference column is the usual roofline with fitted efficiencies (see\n\`reference-formulas.ts\`), always in-sample.`;
}

function doubts() {
  const doubtful = measurements.filter(({ doubt }) => doubt !== undefined);
  return groupBy(doubtful, ({ doubt }) => doubt ?? '').map(([reason, rows]) => ({
    reason: `never fitted, scored apart: ${reason}`,
    rows: rows.length,
  }));
}

function inScope({ metric, inputTokens, outputTokens }: Measurement): boolean {
  return metric === 'ttft' || inputTokens / outputTokens <= longestPromptShare;
}

function summary(title: string, rows: readonly Measurement[]): string {
  const cell = (keep: (row: Measurement) => boolean, predict: Predict): string => {
    const { rows: scored, mape, median } = scoreOf(rows.filter(keep), predict);
    return scored === 0 ? '–' : `${percent(mape)} (${percent(median)})`;
  };
  const views: readonly View[] = ['planner', 'known'];
  const lines = predictors.flatMap(([name, predictor]) =>
    views.map((view) => [
      `${name}, ${view === 'known' ? 'run known' : view}`,
      ...groups.map(([, keep]) => cell(keep, predictor(view))),
    ]),
  );
  const reference = ['reference, in-sample', ...groups.map(([, keep]) => cell(keep, referencePrediction))];
  const head = [title, ...groups.map(([name, keep]) => `${name} (${rows.filter(keep).length})`)];
  return table(head, [...lines, reference]);
}

function byGroup(rows: readonly Measurement[]): string {
  const lines = groupBy(rows, (row) => `${pairOf(row)} ${row.dtype}`).map(([name, group]) => {
    const planner = scoreOf(group, shipped('planner'));
    return [
      name,
      group.length,
      percent(planner.mape),
      percent(planner.bias),
      percent(scoreOf(group, withoutDevice('planner')).mape),
      percent(scoreOf(group, shipped('known')).mape),
      percent(scoreOf(group, referencePrediction).mape),
    ];
  });
  return table(['group', 'rows', 'planner', 'bias', 'held out', 'run known', 'reference'], lines);
}
