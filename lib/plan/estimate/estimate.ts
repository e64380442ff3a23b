import type { Catalog } from '../../catalog';
import type { Result } from '../../platform';
import { failure, success } from '../../platform';
import { evidenceFor } from '../performance/evidence';
import type { MemoryLedger } from '../performance/memory';
import { memoryLedger } from '../performance/memory';
import type { ModelCopy } from '../performance/model-copy';
import { engineSettings } from '../performance/model-copy';
import { gramsCo2ePer1kTokens, powerOf } from '../performance/power';
import { serve } from '../performance/served-load';
import { gpusOf } from '../performance/tensor-parallel';
import { nearestThatFits } from './alternatives';
import type { CopyCapacity } from './capacity';
import { copyCapacity } from './capacity';
import type { EstimateSubject } from './input';
import { estimateSubject } from './input';
import type { EstimateRequest } from './request';

/** Where the memory of one GPU goes, in GiB. */
export interface MemoryGiB {
  readonly usableGiB: number;
  readonly weightsGiB: number;
  readonly adaptersGiB: number;
  readonly activationGiB: number;
  readonly cudaGraphsGiB: number;
  readonly overheadGiB: number;
  /** Negative when the rest leaves no room. */
  readonly kvCacheGiB: number;
  readonly kvCachePerRequestGiB: number;
}

/** What one copy of a model on one instance achieves. Times are means; money and energy count output tokens. */
export interface Estimate {
  readonly model: string;
  readonly instance: string;
  readonly service: string;
  readonly region: string;
  readonly accelerator: string;
  readonly acceleratorCount: number;
  readonly tensorParallel: number;
  readonly dtype: string;
  readonly concurrency: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether the engine starts and serves a request of this length. */
  readonly fits: boolean;
  /** Why it does not fit. */
  readonly limit?: string;
  /** What works instead, nearest first. */
  readonly nearest?: readonly string[];
  /** Tokens the caches of all requests hold together. */
  readonly kvTokens: number;
  /** Cache bytes of one token on one GPU, in layers that keep every token. */
  readonly kvBytesPerToken: number;
  readonly memory: MemoryGiB;
  /** Requests the cache lets run at the same time; the others wait. */
  readonly runningRequests?: number;
  /** Mean time a request waits for room in the cache; it comes on top of `ttftMs`. */
  readonly queueMs?: number;
  readonly ttftMs?: number;
  readonly tpotMs?: number;
  readonly tokensPerSecond?: number;
  readonly requestsPerSecond?: number;
  /** Requests in flight the copy carries, at most 256, and what stops it from carrying more. */
  readonly capacity?: CopyCapacity;
  /** The whole instance, on demand. */
  readonly usdPerHour?: number;
  readonly priceStatus: string;
  readonly priceAsOf: string;
  readonly usdPerMillionTokens?: number;
  /** GPUs of the copy; the host is not in it. */
  readonly watts?: number;
  readonly wattsEvidence?: 'measured' | 'extrapolated';
  readonly joulesPerToken?: number;
  readonly gco2ePer1kTokens?: number;
  /** Half-width of the band around time per token and throughput, in percent. */
  readonly errorPercent: number;
  /** The same around the time to first token. */
  readonly firstTokenErrorPercent: number;
  readonly evidence: 'calibrated' | 'extrapolated' | 'unknown';
  readonly evidenceReason: string;
}

const gib = 2 ** 30;

/** Answers one question from the catalogue alone. */
export function estimate(request: EstimateRequest, catalog: Catalog): Result<Estimate> {
  const found = estimateSubject(request, catalog);
  if (!found.ok) return failure(found.issues);
  const subject = found.value;
  const copy = copyThatFits(subject);
  const ledger = ledgerOf(subject, copy);
  const fits = holdsOne(ledger);
  return success({
    ...identityOf(subject, copy),
    fits,
    ...(fits
      ? {}
      : { limit: shortfall(subject, copy, ledger), nearest: nearestThatFits(subject, copy, catalog, fitsOn) }),
    kvTokens: ledger.kvTokens,
    kvBytesPerToken: ledger.kvCachePerToken,
    memory: inGiB(ledger),
    priceStatus: subject.offer.priceStatus,
    priceAsOf: subject.offer.asOf,
    ...(subject.offer.usdPerHour === undefined ? {} : { usdPerHour: subject.offer.usdPerHour }),
    ...(fits ? { ...achieved(subject, copy, catalog), capacity: copyCapacity(subject, copy) } : {}),
    ...evidenceOf(copy),
  });
}

/** Whether a copy serves at least one request of the load's length. */
export function fitsOn(subject: EstimateSubject, copy: ModelCopy): boolean {
  return holdsOne(ledgerOf(subject, copy));
}

/** The split with the fewest GPUs that holds the model, or the one with the most. */
function copyThatFits(subject: EstimateSubject): ModelCopy {
  const { model, accelerator, offer, dtype, splits, adapters } = subject;
  const whole: ModelCopy = {
    model,
    accelerator,
    acceleratorShare: offer.acceleratorShare,
    tensorParallel: 1,
    dtype,
    ...(adapters === undefined ? {} : { adapters }),
  };
  const copies = splits.map((tensorParallel): ModelCopy => {
    return { ...whole, tensorParallel };
  });
  return copies.find((copy) => fitsOn(subject, copy)) ?? copies[copies.length - 1] ?? whole;
}

function ledgerOf({ load }: EstimateSubject, copy: ModelCopy): MemoryLedger {
  return memoryLedger(copy, engineSettings(copy, load.concurrency), load.inputTokens + load.outputTokens);
}

function holdsOne(ledger: MemoryLedger): boolean {
  return ledger.kvCache >= 0 && ledger.requests >= 1;
}

function identityOf({ model, offer, accelerator, load }: EstimateSubject, copy: ModelCopy) {
  return {
    model: model.id,
    instance: offer.instanceType,
    service: offer.service,
    region: offer.region,
    accelerator: accelerator.id,
    acceleratorCount: gpusOf(offer),
    tensorParallel: copy.tensorParallel,
    dtype: copy.dtype,
    ...load,
  };
}

function achieved({ load, offer }: EstimateSubject, copy: ModelCopy, catalog: Catalog) {
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

function shortfall({ load, offer }: EstimateSubject, copy: ModelCopy, ledger: MemoryLedger): string {
  const rest = ledger.activation + ledger.cudaGraphs + ledger.overhead;
  const needed = ledger.weights + ledger.adapters + rest + ledger.kvCachePerRequest;
  const adapters = ledger.adapters === 0 ? '' : `${inText(ledger.adapters)} adapters, `;
  const where = copy.tensorParallel === 1 ? 'one GPU' : `each of ${copy.tensorParallel} GPUs`;
  const tokens = load.inputTokens + load.outputTokens;
  return (
    `${copy.model.id} in ${copy.dtype} needs ${inText(needed)} on ${where} of ${offer.instanceType} ` +
    `(${inText(ledger.weights)} weights, ${adapters}${inText(rest)} activations, graphs and overhead, ` +
    `${inText(ledger.kvCachePerRequest)} cache for one request of ${tokens} tokens), and ${inText(ledger.usable)} is usable`
  );
}

function inText(bytes: number): string {
  return `${(bytes / gib).toFixed(bytes < gib ? 2 : 1)} GiB`;
}

function inGiB(ledger: MemoryLedger): MemoryGiB {
  const value = (bytes: number): number => round(bytes / gib, 4);
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

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
