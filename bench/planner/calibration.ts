import { engineSettings } from '../../lib/plan/sizing/deployment';
import type { ModelCopy } from '../../lib/plan/sizing/deployment';
import { cacheBytesPerElement, sequenceBytes, sequenceCache } from '../../lib/plan/sizing/kv-cache';
import { memoryLedger } from '../../lib/plan/sizing/memory';
import { predictorOf } from '../../lib/plan/sizing/performance';
import type { RunConditions } from '../../lib/plan/sizing/performance';
import type { PerformanceConstants } from '../../lib/plan/sizing/performance-constants';
import { fit } from './fit';
import type { Observation, Prior } from './fit';
import type { Measurement } from './measurements';
import { densePriors, expertPriors } from './priors';

/** Logarithmic width a measurement is trusted to: a time to first token depends on how the client sends. */
const spread = { tpot: 0.12, ttft: 0.25 } as const;

/** The copy of the model a measurement was made on. */
export function copyOf(measurement: Measurement): ModelCopy {
  const { model, accelerator, dtype, tensorParallel } = measurement;
  return { model, accelerator, acceleratorShare: 1, tensorParallel, dtype };
}

/**
 * Requests the cache holds at their mean length; beyond it the engine queues. Prompts that repeat share their cache.
 */
export function capacityOf(measurement: Measurement, conditions: RunConditions = {}): number {
  const copy = copyOf(measurement);
  const { outputTokens, concurrency } = measurement;
  const inputTokens = conditions.promptsCached === true ? 0 : measurement.inputTokens;
  const ledger = memoryLedger(copy, engineSettings(copy, concurrency), inputTokens + outputTokens);
  const cache = sequenceCache(copy.model, copy.tensorParallel, cacheBytesPerElement(copy));
  return Math.max(1, ledger.kvCache / sequenceBytes(cache, inputTokens + outputTokens / 2));
}

/**
 * Milliseconds the model predicts for a measurement.
 *
 * @param conditions - `known`: told what the source says about the run; `planner`: the defaults a plan is made with
 */
export function predictionFor(
  measurement: Measurement,
  constants: PerformanceConstants,
  conditions: 'known' | 'planner',
): number {
  const known: RunConditions = conditions === 'known' ? measurement.conditions : {};
  const elsewhere = known.promptsElsewhere === true;
  const { inputTokens, outputTokens } = measurement;
  const concurrency = elsewhere
    ? measurement.concurrency
    : Math.min(measurement.concurrency, capacityOf(measurement, known));
  const performance = predictorOf(copyOf(measurement), { ...known, constants })({
    concurrency,
    inputTokens,
    outputTokens,
  });
  if (measurement.metric === 'ttft') return performance.timeToFirstTokenMs;
  if (!measurement.wholeRequest) return performance.timePerOutputTokenMs;
  const first = performance.timeToFirstTokenMs;
  return (first + (outputTokens - 1) * performance.timePerOutputTokenMs) / outputTokens;
}

/** Fits every constant: first those dense models show, then those of experts with the first ones held. */
export function calibrate(measurements: readonly Measurement[]): PerformanceConstants {
  const start = { ...valuesOf(densePriors), ...valuesOf(expertPriors) };
  const dense = measurements.filter((measurement) => measurement.model.moe === undefined);
  const expert = measurements.filter((measurement) => measurement.model.moe !== undefined);
  const fitted = fit(
    densePriors,
    weighted(dense),
    (values) => (item) => predictionFor(item, { ...start, ...values }, 'known'),
  );
  const base = { ...start, ...fitted };
  const routed = fit(
    expertPriors,
    weighted(expert),
    (values) => (item) => predictionFor(item, { ...base, ...values }, 'known'),
  );
  return { ...base, ...routed };
}

/** Many rows of one curve say little more than a few: a group weighs as the square root of its size. */
function weighted(measurements: readonly Measurement[]): readonly Observation<Measurement>[] {
  const group = ({ model, accelerator, dtype, metric }: Measurement): string =>
    `${model.id} ${accelerator.id} ${dtype} ${metric}`;
  const sizes = new Map<string, number>();
  for (const measurement of measurements) sizes.set(group(measurement), (sizes.get(group(measurement)) ?? 0) + 1);
  const raw = measurements.map((item) => 1 / Math.sqrt(sizes.get(group(item)) ?? 1));
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / Math.max(1, raw.length);
  return measurements.map((item, index) => ({
    item,
    value: item.value,
    spread: spread[item.metric],
    weight: (raw[index] ?? 0) / mean,
  }));
}

function valuesOf<K extends string>(priors: Readonly<Record<K, Prior>>): Record<K, number> {
  return Object.fromEntries(Object.entries<Prior>(priors).map(([name, { value }]) => [name, value])) as Record<
    K,
    number
  >;
}
