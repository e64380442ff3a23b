import type { CarbonIntensity, InstanceOffer } from '../../catalog';
import { peakTflops } from './dtype-support';
import { cacheBytesPerElement, sequenceBytes, sequenceCache } from './kv-cache';
import type { CopyLoad, ModelCopy } from './model-copy';
import { bytesPerParameter, splitParameters } from './parameters';

/** Power of the GPUs of one copy, without the host, its fans and GPUs that the copy does not use. */
export interface Power {
  readonly watts: number;
  /** `measured`: the power of this device was measured; `extrapolated`: it follows from H100 and B200. */
  readonly evidence: 'measured' | 'extrapolated';
}

interface Fit {
  readonly idle: number;
  readonly bandwidth: number;
  readonly arithmetic: number;
}

/**
 * Fraction of a device's rated power by its use: idle + bandwidth * MBU + arithmetic * sqrt(MFU), where MBU and MFU are
 * fractions of the peak bandwidth and arithmetic.
 *
 * Source: regressions on the ML.ENERGY leaderboard (vLLM 0.11, H100 and B200), mean error 7 to 17 %. No other device was
 * measured; they use the pooled row.
 */
const fits: Readonly<Record<string, Fit>> = {
  'hopper dense': { idle: 0.5, bandwidth: 0.12, arithmetic: 0.8 },
  'hopper moe': { idle: 0.45, bandwidth: 0.29, arithmetic: 1.13 },
  'blackwell dense': { idle: 0.2, bandwidth: 0.83, arithmetic: 1.16 },
  'blackwell moe': { idle: 0.63, bandwidth: 0.23, arithmetic: 0.38 },
};
const pooled: Readonly<Record<string, Fit>> = {
  dense: { idle: 0.33, bandwidth: 0.41, arithmetic: 1.04 },
  moe: { idle: 0.59, bandwidth: 0.15, arithmetic: 0.63 },
};

/**
 * Power of a copy in steady decoding; undefined where the vendor publishes no rated power.
 *
 * @param secondsPerStep - seconds per output token
 */
export function powerOf(copy: ModelCopy, load: CopyLoad, secondsPerStep: number): Power | undefined {
  const { accelerator, acceleratorShare: share, tensorParallel: group, model } = copy;
  if (accelerator.tdpWatts === undefined) return undefined;
  const kind = model.moe === undefined ? 'dense' : 'moe';
  const measured = { 'H100-80GB-SXM': 'hopper', B200: 'blackwell' }[accelerator.id];
  const fit = (measured === undefined ? undefined : fits[`${measured} ${kind}`]) ?? pooled[kind];
  if (fit === undefined) return undefined;
  const seconds = group * share * secondsPerStep;
  const bandwidth = Math.min(1, bytesPerStep(copy, load) / (accelerator.memoryBandwidthGBs * 1e9 * seconds));
  const operations = 2 * load.concurrency * splitParameters(model).activePerToken;
  const arithmetic = Math.min(1, operations / (peakTflops(accelerator, copy.dtype) * 1e12 * seconds));
  const used = fit.idle + fit.bandwidth * bandwidth + fit.arithmetic * Math.sqrt(arithmetic);
  const watts = accelerator.tdpWatts * share * group * Math.min(1, used);
  return { watts, evidence: measured === undefined ? 'extrapolated' : 'measured' };
}

/** Bytes that all GPUs of a copy read in one step of decoding. */
function bytesPerStep(copy: ModelCopy, { concurrency, inputTokens, outputTokens }: CopyLoad): number {
  const { model, dtype, tensorParallel: group } = copy;
  const { expert, fixed } = splitParameters(model);
  const bytes = bytesPerParameter(dtype, model);
  const touched = model.moe === undefined ? 0 : 1 - (1 - model.moe.topK / model.moe.experts) ** concurrency;
  const cache = sequenceCache(model, group, cacheBytesPerElement(copy));
  const context = inputTokens + outputTokens / 2;
  return fixed * bytes.fixed + expert * bytes.expert * touched + concurrency * sequenceBytes(cache, context) * group;
}

/** Facility energy per IT energy (PUE) of the fleet, for regions without one: AWS 2024, Microsoft FY25. */
const fleetPue = { aws: 1.15, azure: 1.17 } as const;

const joulesPerKwh = 3.6e6;

/** Grams of CO2e per 1,000 output tokens, location-based; undefined when the region has no carbon intensity. */
export function gramsCo2ePer1kTokens(
  joulesPerToken: number,
  { cloud, region }: Pick<InstanceOffer, 'cloud' | 'region'>,
  carbon: readonly CarbonIntensity[],
): number | undefined {
  const grid = carbon.find((row) => row.cloud === cloud && row.region === region);
  if (grid === undefined) return undefined;
  return ((joulesPerToken * 1000) / joulesPerKwh) * (grid.pue ?? fleetPue[cloud]) * grid.gramsCo2ePerKwh;
}
