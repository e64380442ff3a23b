import type { ModelCopy } from '../../lib/plan/performance/model-copy';
import type { PerformanceConstants } from '../../lib/plan/performance/performance-constants';
import { serve } from '../../lib/plan/performance/served-load';
import type { Observation, Prior } from './fit';
import { fit } from './fit';
import type { Measurement } from './measurements';
import { densePriors, expertPriors } from './priors';

/** Logarithmic width a measurement is trusted to: a time to first token depends on how the client sends. */
const spread = { tpot: 0.12, ttft: 0.25 } as const;

/** The copy of the model a measurement was made on, as a planner sees it. */
export function copyOf({ model, accelerator, dtype, tensorParallel }: Measurement): ModelCopy {
  return { model, accelerator, acceleratorShare: 1, tensorParallel, dtype };
}

/**
 * Milliseconds the model predicts for a measurement.
 *
 * @param view - `known`: told what the source says about the run; `planner`: the defaults a plan is made with
 */
export function predictionFor(measurement: Measurement, constants: PerformanceConstants, view: View): number {
  const { concurrency, metric, wholeRequest } = measurement;
  const known = view === 'known';
  const share = known ? measurement.lengthShare : 1;
  const inputTokens = measurement.inputTokens * share;
  const outputTokens = measurement.outputTokens * share;
  const copy = known ? { ...copyOf(measurement), cacheDtype: measurement.cacheDtype } : copyOf(measurement);
  const conditions = known ? { ...measurement.conditions, constants } : { constants };
  const { performance, queueMs } = serve(copy, { concurrency, inputTokens, outputTokens }, conditions);
  // Whether a run queued depends on cache settings a planner does not see; it reports the wait apart.
  if (metric === 'ttft') return performance.timeToFirstTokenMs + (known ? queueMs : 0);
  if (!wholeRequest) return performance.timePerOutputTokenMs;
  const whole = performance.timeToFirstTokenMs + (outputTokens - 1) * performance.timePerOutputTokenMs;
  return whole / outputTokens;
}

/** What a prediction is told. */
export type View = 'known' | 'planner';

/**
 * Fits every constant: first those dense models show, then those of experts with the first ones held. Rows in doubt are
 * left out. The fit is told how each run was made, so that its conditions do not end up in the constants.
 */
export function calibrate(all: readonly Measurement[]): PerformanceConstants {
  const rows = all.filter(({ doubt }) => doubt === undefined);
  const priors = { ...valuesOf(densePriors), ...valuesOf(expertPriors) };
  const dense = stage(
    priors,
    densePriors,
    rows.filter(({ model }) => model.moe === undefined),
  );
  return stage(
    dense,
    expertPriors,
    rows.filter(({ model }) => model.moe !== undefined),
  );
}

function stage<K extends string>(
  base: PerformanceConstants,
  free: Readonly<Record<K, Prior>>,
  measurements: readonly Measurement[],
): PerformanceConstants {
  const predict = (values: Readonly<Record<K, number>>) => (item: Measurement) =>
    predictionFor(item, { ...base, ...values }, 'known');
  return { ...base, ...fit(free, weighted(measurements), predict) };
}

/** Rows below which a group gets no more weight per row: one odd row must not steer a constant. */
const smallestGroup = 20;

/** Many rows of one curve say little more than a few: a group weighs as the square root of its size. */
function weighted(measurements: readonly Measurement[]): readonly Observation<Measurement>[] {
  const group = ({ model, accelerator, dtype, metric }: Measurement): string =>
    `${model.id} ${accelerator.id} ${dtype} ${metric}`;
  const sizes = new Map<string, number>();
  for (const measurement of measurements) sizes.set(group(measurement), (sizes.get(group(measurement)) ?? 0) + 1);
  const raw = measurements.map((item) => 1 / Math.sqrt(Math.max(smallestGroup, sizes.get(group(item)) ?? 1)));
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
