import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { catalog } from '../../lib/catalog';
import { constants } from '../../lib/plan/sizing/calibrated-constants';
import { predictionFor } from './calibration';
import type { View } from './calibration';
import { parseCsv } from './csv';
import { deviceOf, familyOf, heldOut, pairOf } from './folds';
import { memoryPoints } from './memory-points';
import { readMeasurements } from './measurements';
import type { Measurement } from './measurements';
import { gpuPrice, instancePrice, ranking } from './ranking';
import { referencePrediction } from './reference-formulas';
import { groupBy, percent, scoreOf, table } from './statistics';
import type { Predict } from './statistics';

/*
 * `npx tsx bench/planner/score.ts <benchmarks.csv> <memory_points.csv>`: how well the planner predicts measurements, as
 * Markdown. Every held-out figure comes from constants refitted without the rows it is about.
 */
const [benchmarks, memory] = process.argv.slice(2);
if (benchmarks === undefined || memory === undefined) {
  process.stderr.write('usage: score.ts <benchmarks.csv> <memory_points.csv>\n');
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

/** Deployments that cost this much the same, measured, are as good as each other. */
const tie = 0.05;

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
print('## Memory', memoryReport());
print('## Ranking by dollars per token', rankingReport());
process.stdout.write(`${out.join('\n').trimEnd()}\n`);

function provenance(): string {
  const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`;
  const date = new Date().toISOString().slice(0, 10);
  return `\nMade by \`npx tsx bench/planner/score.ts benchmarks.csv memory_points.csv\` on ${date} (${machine}). Times are predicted, not\nmeasured here, so the machine does not matter. The reference column is the usual roofline with fitted efficiencies (see\n\`reference-formulas.ts\`), always in-sample.`;
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
    const { mape, median } = scoreOf(rows.filter(keep), predict);
    return `${percent(mape)} (${percent(median)})`;
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

function memoryReport(): string {
  const points = memoryPoints(parseCsv(readFileSync(memory ?? '', 'utf8')), catalog);
  const error = (pair: { logged: number; predicted: number } | undefined): string =>
    pair === undefined ? '' : percent((pair.predicted / pair.logged - 1) * 100);
  const falseFits = points.filter(({ starts }) => starts !== undefined && starts.predicted && !starts.logged).length;
  const lines = points.map((point) => [
    point.name,
    error(point.weightsGiB),
    error(point.tokensFromBytes),
    error(point.tokensFromLedger),
    point.starts === undefined
      ? ''
      : `${point.starts.logged ? 'started' : 'refused'}, ${point.starts.predicted ? 'fits' : 'does not fit'}`,
  ]);
  return [
    table(['log', 'weights', 'cache tokens of the logged bytes', 'cache tokens of the ledger', 'start'], lines),
    '',
    `False fits: ${falseFits}. The ledger errs towards less cache on purpose.`,
  ].join('\n');
}

function rankingReport(): string {
  const tpot = sound.filter(({ metric }) => metric === 'tpot');
  const sets = [
    ['SageMaker suite, whole instances', tpot.filter((row) => row.instanceType !== undefined), instancePrice(catalog)],
    ['all, price per GPU used', tpot.filter((row) => row.instanceType === undefined), gpuPrice(catalog)],
  ] as const;
  const predictors = [shipped('planner'), withoutDevice('planner'), withoutModel('planner'), referencePrediction];
  const cell = (of: readonly (typeof sets)[number][], predict: Predict, margin: number): string => {
    const counts = of.map(([, rows, price]) => ranking(rows, price, predict, margin));
    const sum = (pick: (count: (typeof counts)[number]) => number): number =>
      counts.reduce((total, count) => total + pick(count), 0);
    const [pairs, right] = [sum((count) => count.pairs), sum((count) => count.right)];
    return `${right} of ${pairs} (${percent((100 * right) / Math.max(1, pairs))})`;
  };
  const line = (name: string, of: readonly (typeof sets)[number][], margin: number): readonly string[] => [
    name,
    ...predictors.map((predict) => cell(of, predict, margin)),
  ];
  return table(
    ['pairs', 'planner', 'leave one GPU out', 'leave one model out', 'reference'],
    [
      ...sets.map((set) => line(set[0], [set], 0)),
      line('both', sets, 0),
      line(`both, measured at least ${100 * tie} % apart`, sets, tie),
    ],
  );
}
