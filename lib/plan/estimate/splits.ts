import { memoryLedger } from '../performance/memory';
import type { ModelCopy } from '../performance/model-copy';
import { engineSettings } from '../performance/model-copy';
import { serve } from '../performance/served-load';
import { gpusOf, tensorParallelOptions } from '../performance/tensor-parallel';
import { round } from '../units';
import type { EstimateInput } from './input';

/** One legal split of an instance under the load of an estimate. */
export interface SplitFigures {
  readonly tensorParallel: number;
  /** Whether it holds a request of this length. Without it there are no figures. */
  readonly fits: boolean;
  /** Whether the cache holds every request of the load at a time. */
  readonly carriesLoad: boolean;
  /** Mean time to the first token, in the queue too. */
  readonly firstTokenMs?: number;
  readonly timePerTokenMs?: number;
  readonly tokensPerSecond?: number;
  /** US dollars, of the whole instance. Absent without a price. */
  readonly usdPerMillionTokens?: number;
}

/** Figures of every legal split of the instance, fewest GPUs first. */
export function splitFigures(
  input: EstimateInput,
  copyOf: (tensorParallel: number) => ModelCopy,
): readonly SplitFigures[] {
  const { model, dtype, servedBy, offer } = input;
  return tensorParallelOptions({ model, dtype, servedBy }, gpusOf(offer)).map((tensorParallel) =>
    figuresOf(input, copyOf(tensorParallel)),
  );
}

function figuresOf({ load, offer }: EstimateInput, copy: ModelCopy): SplitFigures {
  const { tensorParallel } = copy;
  const ledger = memoryLedger(copy, engineSettings(copy, load.concurrency), load.inputTokens + load.outputTokens);
  if (ledger.kvCache < 0 || ledger.requests < 1) return { tensorParallel, fits: false, carriesLoad: false };
  const { running, performance, queueMs } = serve(copy, load);
  const { tokensPerSecond } = performance;
  return {
    tensorParallel,
    fits: true,
    carriesLoad: running >= load.concurrency,
    firstTokenMs: round(performance.timeToFirstTokenMs + queueMs, 2),
    timePerTokenMs: round(performance.timePerOutputTokenMs, 3),
    tokensPerSecond: round(tokensPerSecond, 2),
    ...(offer.usdPerHour === undefined
      ? {}
      : { usdPerMillionTokens: round((offer.usdPerHour * 1e6) / (tokensPerSecond * 3600), 4) }),
  };
}

/** Longest mean times, in milliseconds. */
export interface SplitObjective {
  readonly timeToFirstTokenMs?: number;
  readonly timePerOutputTokenMs?: number;
}

/** Whether a split meets an objective. */
export function meetsObjective(
  figures: SplitFigures,
  { timeToFirstTokenMs, timePerOutputTokenMs }: SplitObjective,
): boolean {
  const within = (reached: number | undefined, limit = Number.POSITIVE_INFINITY): boolean =>
    reached !== undefined && reached <= limit;
  return (
    figures.fits &&
    within(figures.firstTokenMs, timeToFirstTokenMs) &&
    within(figures.timePerTokenMs, timePerOutputTokenMs)
  );
}

/**
 * The cheapest split: an instance costs the same however many of its GPUs a copy uses, so it is the one that serves the
 * most tokens. One that meets the objective comes first, then one that serves the load; among equals the fewest GPUs.
 */
export function cheapestSplit(splits: readonly SplitFigures[], objective: SplitObjective): number | undefined {
  const rank = (split: SplitFigures): readonly number[] => [
    Number(split.fits),
    Number(meetsObjective(split, objective)),
    Number(split.carriesLoad),
    split.tokensPerSecond ?? 0,
  ];
  const better = (a: SplitFigures, b: SplitFigures): boolean => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
  };
  const best = splits.reduce<SplitFigures | undefined>(
    (kept, next) => (kept === undefined || better(next, kept) ? next : kept),
    undefined,
  );
  return best?.fits === true ? best.tensorParallel : undefined;
}
