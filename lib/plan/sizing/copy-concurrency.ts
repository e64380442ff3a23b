import type { Accelerator, Dtype, InstanceOffer } from '../../catalog';
import { capability, defaultDtype, dtypeProblem } from '../performance/dtype-support';
import { cacheBytesPerElement, sequenceBytes, sequenceCache } from '../performance/kv-cache';
import type { MemoryLedger } from '../performance/memory';
import { memoryLedger, memoryLedgers } from '../performance/memory';
import type { EngineSettings, ModelCopy } from '../performance/model-copy';
import { engineSettings } from '../performance/model-copy';
import type { Performance } from '../performance/performance';
import { predictorOf } from '../performance/performance';
import type { SplitModel } from '../performance/tensor-parallel';
import { gpusOf, tensorParallelOptions, tensorParallelProblem } from '../performance/tensor-parallel';
import { bytesPerGiB } from '../units';
import type { SizeRequest } from './size-types';

/** How many requests one copy on one kind of GPU serves at a time. */
export interface CopyConcurrency {
  readonly copy: ModelCopy;
  /** Requests in flight within memory and SLO; zero when not even one is. */
  readonly concurrency: number;
  /** Requests in flight within memory alone; zero when the longest request does not fit. */
  readonly held: number;
  /** Why it does not serve more, with the figures. */
  readonly limit: string;
  /**
   * `weights`: the weights leave almost no memory for a cache. `context`: the longest request does not fit in the cache.
   * `support`: the device has no kernel for the number format. `batch`: the largest batch that was measured.
   */
  readonly limitedBy: 'memory' | 'slo' | 'support' | 'batch' | 'weights' | 'context';
}

/** Requests in flight. Larger batches are outside the measurements on which the performance model was calibrated. */
export const largestBatch = 256;

/** Why a device is never chosen, or undefined when it can be. */
export function deviceProblem(accelerator: Accelerator): string | undefined {
  if (accelerator.vendor === 'aws')
    return 'Neuron needs every shape compiled ahead; the catalogue lists the device, the planner does not choose it';
  if (accelerator.vendor === 'amd')
    return 'the serving image has no ROCm build; the catalogue lists the device, the planner does not choose it';
  if (capability(accelerator) < 7.5) return 'the serving engine dropped compute capability below 7.5';
  return undefined;
}

/** Legal tensor parallel degrees on an offer, smallest first; the pinned one alone when there is one. */
export function splitsOf(
  request: SizeRequest,
  accelerator: Accelerator,
  offer: Pick<InstanceOffer, 'acceleratorCount' | 'acceleratorShare'>,
): readonly number[] {
  const accelerators = gpusOf(offer);
  const split = splitModel(request, accelerator);
  const pinned = request.pinned?.tensorParallel;
  if (pinned === undefined) return tensorParallelOptions(split, accelerators);
  return tensorParallelProblem(split, pinned, accelerators) === undefined ? [pinned] : [];
}

/** What a copy has besides its weights: the engine and adapters of the request. */
export function besideWeights({ servedBy, adapters }: SizeRequest): Pick<ModelCopy, 'servedBy' | 'adapters'> {
  return {
    ...(servedBy === undefined ? {} : { servedBy }),
    ...(adapters === undefined ? {} : { adapters: { count: adapters.modules.length, rank: adapters.rank } }),
  };
}

/** The weights of a request as a device serves them. */
export function splitModel(request: SizeRequest, accelerator: Accelerator): SplitModel {
  const { model, servedBy } = request;
  return { model, dtype: dtypeOn(request, accelerator), ...(servedBy === undefined ? {} : { servedBy }) };
}

/** How many requests of the traffic's kind one copy serves at a time. */
export function concurrencyOf(request: SizeRequest, copy: ModelCopy): CopyConcurrency {
  const problem = dtypeProblem(copy.accelerator, copy.dtype, copy.servedBy?.engine);
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
 * Most requests that the cache holds at a time, at least one. The engine's settings, and with them the size of the cache,
 * change only where its batch doubles.
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

/** Most requests in flight within the SLO, and which limit one more misses. */
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
 * Most requests in flight, so that they and every smaller number meet the SLO. The time per token is not monotonic: it
 * falls again under loads so high that most requests wait for their first token. The number before that peak counts.
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

/** Cache of one request on each GPU, in bytes. */
export function cacheOf(copy: ModelCopy, tokens: number): number {
  return sequenceBytes(sequenceCache(copy.model, copy.tensorParallel, cacheBytesPerElement(copy)), tokens);
}

/** Tokens. A context shorter than this, and than a typical request, is useless. */
const shortestContext = 1024;

function shortOfMemory(request: SizeRequest, copy: ModelCopy, one: MemoryLedger, longest: number): CopyConcurrency {
  const { inputTokens, outputTokens } = request.traffic;
  const least = cacheOf(copy, Math.min(inputTokens + outputTokens, shortestContext));
  const limitedBy = one.kvCache < least ? 'weights' : 'context';
  return {
    copy,
    concurrency: 0,
    held: 0,
    // Most of these texts are never read.
    get limit() {
      return memoryShortfall(copy, one, longest);
    },
    limitedBy,
  };
}

/** The load of one replica with that many requests in flight. */
export function loadOf(request: SizeRequest, concurrency: number) {
  const { inputTokens, outputTokens } = request.traffic;
  return { concurrency, inputTokens, outputTokens };
}

/** Memory of a copy with that many requests in flight, in bytes. */
export function ledgerFor(request: SizeRequest, copy: ModelCopy, concurrency: number): MemoryLedger {
  const { inputTokens, outputTokens } = request.traffic;
  return memoryLedger(copy, engineSettings(copy, concurrency), inputTokens + outputTokens);
}

/** The number format served on a device. */
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

/** Two different times, with enough digits to show the difference. */
function exceeds(value: number, limit: number): string {
  const [shown, allowed] = [ms(value), ms(limit)];
  return `${shown === allowed ? `${value.toPrecision(4)} ms` : shown}, more than the ${allowed} allowed`;
}

function memoryShortfall(copy: ModelCopy, ledger: MemoryLedger, longest: number): string {
  const gpus = copy.tensorParallel === 1 ? 'one GPU' : `each of ${copy.tensorParallel} GPUs`;
  const needs =
    (ledger.weights + ledger.adapters + longest + ledger.activation + ledger.overhead + ledger.cudaGraphs) /
    bytesPerGiB;
  const weights = (ledger.weights / bytesPerGiB).toFixed(1);
  return `${gpus} needs ${needs.toFixed(1)} GiB (${weights} of weights) and has ${(ledger.usable / bytesPerGiB).toFixed(1)}`;
}

/** Largest number up to a limit that passes a monotonic test: one passes, and above a failure all fail. */
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

/** A time in milliseconds as text; `any` when there is no limit. */
export function ms(value: number | undefined): string {
  if (value === undefined) return 'any';
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}
