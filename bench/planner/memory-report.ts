import type { MemoryPoint } from './memory-points';
import { percent, table } from './statistics';

/** Starts the planner promises and the log refuses. */
export function falseFits(points: readonly MemoryPoint[]): number {
  return points.filter(({ starts }) => starts !== undefined && starts.predicted && !starts.logged).length;
}

/** Every start-up log against the ledger. */
export function memoryReport(points: readonly MemoryPoint[]): string {
  const error = (pair: { logged: number; predicted: number } | undefined): string =>
    pair === undefined ? '' : percent((pair.predicted / pair.logged - 1) * 100);
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
    `False fits: ${falseFits(points)}. The ledger errs towards less cache on purpose.`,
  ].join('\n');
}
