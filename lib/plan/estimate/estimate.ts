import type { Catalog } from '../../catalog';
import type { Result } from '../../platform';
import { failure, success } from '../../platform';
import { evidenceFor } from '../performance/evidence';
import type { MemoryLedger } from '../performance/memory';
import { gibText, memoryLedger } from '../performance/memory';
import type { ModelCopy } from '../performance/model-copy';
import { engineSettings, spreadsExperts, usualUtilization } from '../performance/model-copy';
import { gramsCo2ePer1kTokens, powerOf } from '../performance/power';
import { serve } from '../performance/served-load';
import { gpusOf } from '../performance/tensor-parallel';
import { cacheOf, largest } from '../sizing/copy-concurrency';
import { bytesPerGiB, round } from '../units';
import { nearestThatFits } from './alternatives';
import type { EstimateInput } from './input';
import { estimateInput } from './input';
import type { EstimateRequest } from './request';
import type { SplitFigures } from './splits';
import { cheapestSplit, splitFigures } from './splits';
import type { CopyThroughput } from './throughput';
import { copyThroughput } from './throughput';

/** How the memory of one GPU is used, in GiB. See `MemoryLedger`. */
interface MemoryGiB {
  readonly usableGiB: number;
  readonly weightsGiB: number;
  readonly adaptersGiB: number;
  readonly activationGiB: number;
  readonly cudaGraphsGiB: number;
  readonly overheadGiB: number;
  /** Negative when everything else already needs more than is usable. */
  readonly kvCacheGiB: number;
  readonly kvCachePerRequestGiB: number;
}

/** Predicted figures of one copy of a model on one instance. Times are means; money and energy are per output token. */
export interface Estimate {
  readonly model: string;
  readonly instance: string;
  readonly service: string;
  readonly region: string;
  readonly accelerator: string;
  /** GPUs of the instance. */
  readonly acceleratorCount: number;
  /** GPUs that share the copy. */
  readonly tensorParallel: number;
  readonly dtype: string;
  /** Engine and version that the figures are for. */
  readonly engine: string;
  readonly engineVersion: string;
  /** Fraction of a GPU's memory that the engine uses. */
  readonly gpuMemoryUtilization: number;
  /** Whether experts are spread over the GPUs instead of being cut. */
  readonly expertParallel: boolean;
  /** Tokens of the longest request that the cache holds when no other runs, at most what the model was trained on; 0 for none. */
  readonly longestContext: number;
  /** Requests in flight. */
  readonly concurrency: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether the engine starts and serves a request of this length. */
  readonly fits: boolean;
  /** Why it does not fit. */
  readonly limit?: string;
  /** Changes that make it fit, smallest first. */
  readonly nearest?: readonly string[];
  /** Tokens that the caches of all requests hold together. */
  readonly kvTokens: number;
  /** Cache bytes of one token on one GPU, in layers that keep every token. */
  readonly kvBytesPerToken: number;
  readonly memory: MemoryGiB;
  /** Requests that the cache holds at the same time; the others wait. */
  readonly runningRequests?: number;
  /** Mean time a request waits for space in the cache, in addition to `ttftMs`. */
  readonly queueMs?: number;
  /** Mean time to the first token. */
  readonly ttftMs?: number;
  /** Mean time per output token after the first. */
  readonly tpotMs?: number;
  /** Output tokens of all requests together. */
  readonly tokensPerSecond?: number;
  readonly requestsPerSecond?: number;
  /** Every legal split of the instance under the load, fewest GPUs first. */
  readonly splits: readonly SplitFigures[];
  /** The highest throughput of the copy, and what limits it. */
  readonly capacity?: CopyThroughput;
  /** US dollars of the whole instance, on demand. */
  readonly usdPerHour?: number;
  readonly priceStatus: string;
  /** Where no source says that the region has the instance type. @default - one does */
  readonly availability?: 'unknown';
  /** ISO date. */
  readonly priceAsOf: string;
  /** US dollars. */
  readonly usdPerMillionTokens?: number;
  /** Power of the GPUs of the copy, without the host. */
  readonly watts?: number;
  /** Whether the power of this device was measured. */
  readonly wattsEvidence?: 'measured' | 'extrapolated';
  readonly joulesPerToken?: number;
  /** Grams of CO2e, location-based. */
  readonly gco2ePer1kTokens?: number;
  /** Half-width of the band around time per token and throughput, in percent. */
  readonly errorPercent: number;
  /** The same around the time to first token. */
  readonly firstTokenErrorPercent: number;
  /** See `Evidence`. */
  readonly evidence: 'calibrated' | 'extrapolated' | 'unknown';
  readonly evidenceReason: string;
}

/** Estimates one copy of a model on one instance, from the catalogue alone. Paths of issues are fields of the request. */
export function estimate(request: EstimateRequest, catalog: Catalog): Result<Estimate> {
  const known = estimateInput(request, catalog);
  if (!known.ok) return failure(known.issues);
  const input = known.value;
  const splits = splitFigures(input, (degree) => copyOver(input, degree));
  const copy = copyOver(input, chosenSplit(input, splits));
  const ledger = ledgerOf(input, copy);
  const fits = holdsOne(ledger);
  return success({
    ...identityOf(input, copy),
    fits,
    ...(fits ? {} : { limit: shortfall(input, copy, ledger), nearest: nearestThatFits(input, copy, catalog, fitsOn) }),
    kvTokens: ledger.kvTokens,
    kvBytesPerToken: ledger.kvCachePerToken,
    memory: memoryGiB(ledger),
    priceStatus: input.offer.priceStatus,
    priceAsOf: input.offer.asOf,
    ...(input.offer.availability === undefined ? {} : { availability: input.offer.availability }),
    ...(input.offer.usdPerHour === undefined ? {} : { usdPerHour: input.offer.usdPerHour }),
    ...(fits ? { ...achieved(input, copy, catalog), capacity: copyThroughput(input, copy) } : {}),
    splits,
    ...evidenceOf(copy),
  });
}

/** Whether a copy holds at least one request of the load's length. */
function fitsOn(input: EstimateInput, copy: ModelCopy): boolean {
  return holdsOne(ledgerOf(input, copy));
}

/** A copy over that many GPUs. */
function copyOver(input: EstimateInput, tensorParallel: number): ModelCopy {
  const { model, accelerator, offer, dtype, adapters, servedBy } = input;
  return {
    model,
    accelerator,
    acceleratorShare: offer.acceleratorShare,
    tensorParallel,
    dtype,
    servedBy,
    ...(adapters === undefined ? {} : { adapters }),
  };
}

/** The requested split, or the cheapest that serves the load, or the one over the most GPUs where none fits. */
function chosenSplit({ splits, slo }: EstimateInput, figures: readonly SplitFigures[]): number {
  const tried = figures.filter(({ tensorParallel }) => splits.includes(tensorParallel));
  return cheapestSplit(tried, slo) ?? splits[splits.length - 1] ?? 1;
}

function ledgerOf({ load }: EstimateInput, copy: ModelCopy): MemoryLedger {
  return memoryLedger(copy, engineSettings(copy, load.concurrency), load.inputTokens + load.outputTokens);
}

function holdsOne(ledger: MemoryLedger): boolean {
  return ledger.kvCache >= 0 && ledger.requests >= 1;
}

/** Tokens of the longest request that fits alone. */
function longestContext(copy: ModelCopy): number {
  const { kvCache } = memoryLedger(copy, engineSettings(copy, 1), 1);
  const fits = (tokens: number): boolean => cacheOf(copy, tokens) <= kvCache;
  return fits(1) ? largest(copy.model.maxContext, fits) : 0;
}

function identityOf({ model, offer, accelerator, load, servedBy }: EstimateInput, copy: ModelCopy) {
  return {
    model: model.id,
    instance: offer.instanceType,
    service: offer.service,
    region: offer.region,
    accelerator: accelerator.id,
    acceleratorCount: gpusOf(offer),
    tensorParallel: copy.tensorParallel,
    dtype: copy.dtype,
    engine: servedBy.engine,
    engineVersion: servedBy.version,
    gpuMemoryUtilization: servedBy.gpuMemoryUtilization ?? usualUtilization,
    expertParallel: spreadsExperts(copy),
    longestContext: longestContext(copy),
    ...load,
  };
}

function achieved({ load, offer }: EstimateInput, copy: ModelCopy, catalog: Catalog) {
  const { running, performance, queueMs } = serve(copy, load);
  const { timePerOutputTokenMs, timeToFirstTokenMs, tokensPerSecond, requestsPerSecond } = performance;
  const power = powerOf(copy, { ...load, concurrency: running }, timePerOutputTokenMs / 1000);
  const joules = power === undefined ? undefined : power.watts / tokensPerSecond;
  const grams = joules === undefined ? undefined : gramsCo2ePer1kTokens(joules, offer, catalog.carbon);
  return {
    runningRequests: round(running, 1),
    queueMs: round(queueMs, 1),
    ttftMs: round(timeToFirstTokenMs, 2),
    tpotMs: round(timePerOutputTokenMs, 3),
    tokensPerSecond: round(tokensPerSecond, 2),
    requestsPerSecond: round(requestsPerSecond, 4),
    ...(offer.usdPerHour === undefined
      ? {}
      : { usdPerMillionTokens: round((offer.usdPerHour * 1e6) / (tokensPerSecond * 3600), 4) }),
    ...(power === undefined || joules === undefined
      ? {}
      : { watts: round(power.watts, 1), wattsEvidence: power.evidence, joulesPerToken: round(joules, 4) }),
    ...(grams === undefined ? {} : { gco2ePer1kTokens: round(grams, 4) }),
  };
}

function evidenceOf(copy: ModelCopy) {
  const { class: evidence, errorPercent, firstTokenErrorPercent, reason } = evidenceFor(copy);
  return { errorPercent, firstTokenErrorPercent, evidence, evidenceReason: reason };
}

function shortfall({ load, offer }: EstimateInput, copy: ModelCopy, ledger: MemoryLedger): string {
  const rest = ledger.activation + ledger.cudaGraphs + ledger.overhead;
  const needed = ledger.weights + ledger.adapters + rest + ledger.kvCachePerRequest;
  const adapters = ledger.adapters === 0 ? '' : `${gibText(ledger.adapters)} adapters, `;
  const where = copy.tensorParallel === 1 ? 'one GPU' : `each of ${copy.tensorParallel} GPUs`;
  const tokens = load.inputTokens + load.outputTokens;
  return (
    `${copy.model.id} in ${copy.dtype} needs ${gibText(needed)} on ${where} of ${offer.instanceType} ` +
    `(${gibText(ledger.weights)} weights, ${adapters}${gibText(rest)} activations, graphs and overhead, ` +
    `${gibText(ledger.kvCachePerRequest)} cache for one request of ${tokens} tokens), and ${gibText(ledger.usable)} is usable`
  );
}

function memoryGiB(ledger: MemoryLedger): MemoryGiB {
  const value = (bytes: number): number => round(bytes / bytesPerGiB, 4);
  return {
    usableGiB: value(ledger.usable),
    weightsGiB: value(ledger.weights),
    adaptersGiB: value(ledger.adapters),
    activationGiB: value(ledger.activation),
    cudaGraphsGiB: value(ledger.cudaGraphs),
    overheadGiB: value(ledger.overhead),
    kvCacheGiB: value(ledger.kvCache),
    kvCachePerRequestGiB: value(ledger.kvCachePerRequest),
  };
}
