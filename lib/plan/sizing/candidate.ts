import type { Accelerator, Dtype, InstanceOffer } from '../../catalog';
import { capability, defaultDtype, dtypeProblem } from '../performance/dtype-support';
import { cacheBytesPerElement, sequenceBytes, sequenceCache } from '../performance/kv-cache';
import type { MemoryLedger } from '../performance/memory';
import { memoryLedger, memoryLedgers } from '../performance/memory';
import type { EngineSettings, ModelCopy } from '../performance/model-copy';
import { engineSettings } from '../performance/model-copy';
import type { Performance } from '../performance/performance';
import { predictorOf } from '../performance/performance';
import { gpusOf, tensorParallelOptions, tensorParallelProblem } from '../performance/tensor-parallel';
import type { SizeRequest } from './size-types';

/** One copy on one kind of GPU and how much of the traffic it carries. */
export interface Capacity {
  readonly copy: ModelCopy;
  /** Requests in flight one copy carries within memory and SLO; zero when it carries none. */
  readonly concurrency: number;
  /** The same by memory alone; zero when it does not serve the longest request. */
  readonly held: number;
  /** What stops it from carrying more, with the figures. */
  readonly limit: string;
  /** `weights` when hardly anything is left for a cache, `context` when the longest request does not fit in what is. */
  readonly limitedBy: 'memory' | 'slo' | 'support' | 'batch' | 'weights' | 'context';
}

/** Batches above this are outside the measurements the model was calibrated on. */
export const largestBatch = 256;
const gib = 2 ** 30;

/** Why a device is never chosen, or undefined when it may be. */
export function deviceProblem(accelerator: Accelerator): string | undefined {
  if (accelerator.vendor === 'aws') return 'Neuron needs every shape compiled ahead; it is listed, not chosen';
  if (accelerator.vendor === 'amd') return 'the serving image has no ROCm build; it is listed, not chosen';
  if (capability(accelerator) < 7.5) return 'the serving engine dropped compute capability below 7.5';
  return undefined;
}

/** Ways to split the model over the GPUs of an offer; only the pinned one when there is one. */
export function splitsOf(
  request: SizeRequest,
  offer: Pick<InstanceOffer, 'acceleratorCount' | 'acceleratorShare'>,
): readonly number[] {
  const accelerators = gpusOf(offer);
  const wanted = request.pinned?.tensorParallel;
  if (wanted === undefined) return tensorParallelOptions(request.model, accelerators);
  return tensorParallelProblem(request.model, wanted, accelerators) === undefined ? [wanted] : [];
}

/** How many requests one copy carries. */
export function capacityOf(request: SizeRequest, copy: ModelCopy): Capacity {
  const problem = dtypeProblem(copy.accelerator, copy.dtype);
  if (problem !== undefined) return { copy, concurrency: 0, held: 0, limit: problem, limitedBy: 'support' };
  const { inputTokens, outputTokens } = request.traffic;
  const ledgers = memoryLedgers(copy, inputTokens + outputTokens);
  const one = ledgers(engineSettings(copy, 1));
  const longest = cacheOf(copy, request.traffic.maxTokens);
  if (one.kvCache < longest || one.requests < 1) return shortOfMemory(request, copy, one, longest);
  const held = mostHeld(copy, ledgers);
  const { concurrency, missed } = withinSlo(request, copy, held);
  if (missed !== undefined) return { copy, concurrency, held, limit: missed, limitedBy: 'slo' };
  return held === largestBatch
    ? { copy, concurrency, held, limit: `${held} requests is the largest batch measured`, limitedBy: 'batch' }
    : { copy, concurrency, held, limit: `the cache holds ${held} requests at a time`, limitedBy: 'memory' };
}

/**
 * Most requests the cache holds at a time, when it holds one. The engine's settings, and with them what is left for the
 * cache, change only where its batch doubles.
 */
function mostHeld(copy: ModelCopy, ledgers: (settings: EngineSettings) => MemoryLedger): number {
  const least = engineSettings(copy, 1).maxNumSeqs;
  let batch = largestBatch;
  let { requests } = ledgers(engineSettings(copy, batch));
  while (batch > least && requests <= batch / 2) {
    batch /= 2;
    ({ requests } = ledgers(engineSettings(copy, batch)));
  }
  return Math.min(batch, requests);
}

/** Most of the requests a copy holds that keep the objective, and what one more misses. */
function withinSlo(
  request: SizeRequest,
  copy: ModelCopy,
  held: number,
): { readonly concurrency: number; readonly missed?: string } {
  const { timeToFirstTokenMs, timePerOutputTokenMs } = request.slo ?? {};
  if (timeToFirstTokenMs === undefined && timePerOutputTokenMs === undefined) return { concurrency: held };
  const predict = predictorOf(copy);
  const at = (concurrency: number): Performance => predict(loadOf(request, concurrency));
  const keeps = (concurrency: number): boolean => {
    const reached = at(concurrency);
    return (
      !over(timePerOutputTokenMs, reached.timePerOutputTokenMs) && !over(timeToFirstTokenMs, reached.timeToFirstTokenMs)
    );
  };
  if (!keeps(1)) return { concurrency: 0, missed: `at best ${sloProblem(request, at(1)) ?? 'it is too slow'}` };
  const concurrency = mostWithin(held, keeps, (candidate) => at(candidate).timePerOutputTokenMs);
  if (concurrency === held) return { concurrency };
  const more = concurrency + 1;
  return { concurrency, missed: `at ${more} requests ${sloProblem(request, at(more)) ?? 'it is too slow'}` };
}

/**
 * Most requests up to a limit, so that they and every smaller number keep the objective. The time per token can fall
 * again under loads so high that most requests wait for their first token; the peak before that counts.
 */
export function mostWithin(
  limit: number,
  passes: (concurrency: number) => boolean,
  timePerToken: (concurrency: number) => number,
): number {
  const most = passes(limit) ? limit : largest(limit, passes);
  if (most < 3 || timePerToken(most) >= timePerToken(most - 1)) return most;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timePerToken(middle) < timePerToken(middle + 1)) low = middle + 1;
    else high = middle;
  }
  return passes(low) ? most : largest(low, passes);
}

/** Bytes of cache one request of that many tokens keeps on each GPU. */
export function cacheOf(copy: ModelCopy, tokens: number): number {
  return sequenceBytes(sequenceCache(copy.model, copy.tensorParallel, cacheBytesPerElement(copy)), tokens);
}

/** A context shorter than this, and than a typical request, is no use. */
const shortestContext = 1024;

function shortOfMemory(request: SizeRequest, copy: ModelCopy, one: MemoryLedger, longest: number): Capacity {
  const { inputTokens, outputTokens } = request.traffic;
  const least = cacheOf(copy, Math.min(inputTokens + outputTokens, shortestContext));
  const limitedBy = one.kvCache < least ? 'weights' : 'context';
  return { copy, concurrency: 0, held: 0, limit: memoryShortfall(copy, one, longest), limitedBy };
}

/** The traffic of one replica. */
export function loadOf(request: SizeRequest, concurrency: number) {
  const { inputTokens, outputTokens } = request.traffic;
  return { concurrency, inputTokens, outputTokens };
}

/** Settings and memory of a copy with that many requests in flight. */
export function ledgerFor(request: SizeRequest, copy: ModelCopy, concurrency: number): MemoryLedger {
  const { inputTokens, outputTokens } = request.traffic;
  return memoryLedger(copy, engineSettings(copy, concurrency), inputTokens + outputTokens);
}

/** The format to serve in on a device. */
export function dtypeOn(request: SizeRequest, accelerator: Accelerator): Dtype {
  return request.dtype ?? defaultDtype(request.model, accelerator);
}

function sloProblem(request: SizeRequest, performance: Performance): string | undefined {
  const { timeToFirstTokenMs, timePerOutputTokenMs } = request.slo ?? {};
  const token = performance.timePerOutputTokenMs;
  if (over(timePerOutputTokenMs, token)) return `a token takes ${exceeds(token, timePerOutputTokenMs)}`;
  const first = performance.timeToFirstTokenMs;
  if (over(timeToFirstTokenMs, first)) return `the first token takes ${exceeds(first, timeToFirstTokenMs)}`;
  return undefined;
}

function over(limit: number | undefined, value: number): limit is number {
  return limit !== undefined && value > limit;
}

/** Two times that differ, with as many digits as it takes to see it. */
function exceeds(value: number, limit: number): string {
  const [shown, allowed] = [ms(value), ms(limit)];
  return `${shown === allowed ? `${value.toPrecision(4)} ms` : shown}, more than the ${allowed} allowed`;
}

function memoryShortfall(copy: ModelCopy, ledger: MemoryLedger, longest: number): string {
  const gpus = copy.tensorParallel === 1 ? 'one GPU' : `each of ${copy.tensorParallel} GPUs`;
  const needs =
    (ledger.weights + ledger.adapters + longest + ledger.activation + ledger.overhead + ledger.cudaGraphs) / gib;
  const weights = (ledger.weights / gib).toFixed(1);
  return `${gpus} needs ${needs.toFixed(1)} GiB (${weights} of weights) and has ${(ledger.usable / gib).toFixed(1)}`;
}

/** Largest number up to a limit that passes a test which, once failed, stays failed. One is known to pass. */
export function largest(limit: number, passes: (candidate: number) => boolean): number {
  let low = 1;
  let high = limit + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle;
    else high = middle;
  }
  return low;
}

export function ms(value: number | undefined): string {
  if (value === undefined) return 'any';
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}
