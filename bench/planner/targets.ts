import type { Measurement } from './measurements';
import type { MemoryPoint } from './memory-points';
import { falseFits } from './memory-report';
import { rightlyOrdered, tie } from './ranking-report';
import type { Predict } from './statistics';
import { percent, scoreOf, table } from './statistics';

/** Mean errors in percent the planner is held to, by what a plan is told. */
const errors: readonly (readonly [string, number, (row: Measurement) => boolean])[] = [
  ['TPOT dense, mean error', 9, ({ metric, model }) => metric === 'tpot' && model.moe === undefined],
  ['TPOT MoE, mean error', 14, ({ metric, model }) => metric === 'tpot' && model.moe !== undefined],
  ['TTFT, mean error', 22, ({ metric }) => metric === 'ttft'],
];
const leastOrdered = 95;
const worstCache = 2;

/**
 * The figures the planner is held to, and whether it reaches them.
 *
 * @param heldOut - predictions with a device and with a model left out of the fit
 */
export function targetReport(
  rows: readonly Measurement[],
  points: readonly MemoryPoint[],
  heldOut: readonly [byDevice: Predict, byModel: Predict],
): string {
  const line = (name: string, target: string, values: readonly number[], met: (value: number) => boolean) => [
    name,
    target,
    ...values.map(percent),
    values.every(met) ? 'yes' : 'no',
  ];
  const cache = Math.max(
    ...points.map(({ tokensFromBytes: pair }) =>
      pair === undefined ? 0 : Math.abs(pair.predicted / pair.logged - 1) * 100,
    ),
  );
  const wrong = falseFits(points);
  return table(
    ['', 'target', 'leave one GPU out', 'leave one model out', 'met'],
    [
      ...errors.map(([name, limit, keep]) => {
        const measured = rows.filter(keep);
        const values = heldOut.map((predict) => scoreOf(measured, predict).mape);
        return line(name, `at most ${limit} %`, values, (value) => measured.length > 0 && value <= limit);
      }),
      line(
        `pairs ordered by dollars per token, measured at least ${100 * tie} % apart`,
        `at least ${leastOrdered} %`,
        heldOut.map((predict) => rightlyOrdered(rows, predict)),
        (value) => value >= leastOrdered,
      ),
      line(
        'tokens of a logged cache, worst log',
        `within ${worstCache} %`,
        [cache, cache],
        (value) => value <= worstCache,
      ),
      ['false fits', '0', String(wrong), String(wrong), wrong === 0 ? 'yes' : 'no'],
    ],
  );
}
