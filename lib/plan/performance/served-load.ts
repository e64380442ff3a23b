import { cacheBytesPerElement, sequenceBytes, sequenceCache } from './kv-cache';
import { memoryLedger } from './memory';
import type { CopyLoad, ModelCopy } from './model-copy';
import { engineSettings } from './model-copy';
import type { Performance, RunConditions } from './performance';
import { predictorOf } from './performance';

/** A load that may be larger than the cache, as the engine serves it. */
export interface ServedLoad {
  /** Requests that run at the same time; the others wait. */
  readonly running: number;
  /** Performance of the requests that run. */
  readonly performance: Performance;
  /** Mean time a request waits before it runs, in addition to the time to first token. */
  readonly queueMs: number;
}

/**
 * Requests of a load that a copy's cache holds at the same time, at their mean length. At least one: the ledger says
 * whether one fits. Prompts from the prefix cache are shared.
 */
function heldAtOnce(copy: ModelCopy, load: CopyLoad, conditions: RunConditions = {}): number {
  const inputTokens = conditions.promptsCached === true ? 0 : load.inputTokens;
  const { kvCache } = memoryLedger(copy, engineSettings(copy, load.concurrency), inputTokens + load.outputTokens);
  const cache = sequenceCache(copy.model, copy.tensorParallel, cacheBytesPerElement(copy));
  const each = sequenceBytes(cache, inputTokens + load.outputTokens / 2);
  return each === 0 ? load.concurrency : Math.max(1, kvCache / each);
}

/** Predicts a copy whose engine queues the requests that its cache does not hold. */
export function serve(copy: ModelCopy, load: CopyLoad, conditions: RunConditions = {}): ServedLoad {
  const running =
    conditions.promptsElsewhere === true
      ? load.concurrency
      : Math.min(load.concurrency, heldAtOnce(copy, load, conditions));
  const performance = predictorOf(copy, conditions)({ ...load, concurrency: running });
  const waiting = load.concurrency - running;
  return { running, performance, queueMs: (waiting / performance.requestsPerSecond) * 1000 };
}
