import { catalog } from '../../lib/catalog';
import type { Measurement } from './measurements';
import type { HourlyPrice, Ranking } from './ranking';
import { gpuPrice, instancePrice, ranking } from './ranking';
import type { Predict } from './statistics';
import { percent, table } from './statistics';

/** Deployments that cost this much the same, measured, are as good as each other. */
export const tie = 0.05;

type RankingSet = readonly [name: string, rows: readonly Measurement[], price: HourlyPrice];

function setsOf(rows: readonly Measurement[]): readonly RankingSet[] {
  const tpot = rows.filter(({ metric }) => metric === 'tpot');
  return [
    ['SageMaker suite, whole instances', tpot.filter((row) => row.instanceType !== undefined), instancePrice(catalog)],
    ['all, price per GPU used', tpot.filter((row) => row.instanceType === undefined), gpuPrice(catalog)],
  ];
}

function ranked(sets: readonly RankingSet[], predict: Predict, margin: number): Ranking {
  return sets
    .map(([, rows, price]) => ranking(rows, price, predict, margin))
    .reduce((sum, { pairs, right }) => ({ pairs: sum.pairs + pairs, right: sum.right + right }), {
      pairs: 0,
      right: 0,
    });
}

/** Percent of pairs that are no tie a prediction orders as measured. */
export function rightlyOrdered(rows: readonly Measurement[], predict: Predict): number {
  const { pairs, right } = ranked(setsOf(rows), predict, tie);
  return (100 * right) / Math.max(1, pairs);
}

export function rankingReport(
  rows: readonly Measurement[],
  predictors: readonly (readonly [string, Predict])[],
): string {
  const sets = setsOf(rows);
  const line = (name: string, of: readonly RankingSet[], margin: number): readonly string[] => [
    name,
    ...predictors.map(([, predict]) => {
      const { pairs, right } = ranked(of, predict, margin);
      return `${right} of ${pairs} (${percent((100 * right) / Math.max(1, pairs))})`;
    }),
  ];
  return table(
    ['pairs', ...predictors.map(([name]) => name)],
    [
      ...sets.map((set) => line(set[0], [set], 0)),
      line('both', sets, 0),
      line(`both, measured at least ${100 * tie} % apart`, sets, tie),
    ],
  );
}
