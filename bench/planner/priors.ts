import type { PerformanceConstants } from '../../lib/plan/performance/performance-constants';
import type { Prior } from './fit';

type Priors = Readonly<Partial<Record<keyof PerformanceConstants, Prior>>>;
const prior = (value: number, spread: number): Prior => ({ value, spread });

/**
 * Textbook values, and how far measurements may pull them. Bandwidth and arithmetic shares are those streaming kernels
 * and large matrix products reach; latencies are those of NCCL and of kernel launches. Narrow spreads keep a fold that
 * has lost a device or a model near physics.
 */
export const densePriors = {
  weightBandwidth: prior(0.89, 0.04),
  cacheBandwidth: prior(0.82, 0.08),
  decodeFlops: prior(0.6, 0.12),
  prefillFlops16: prior(0.68, 0.1),
  prefillFlops8: prior(0.58, 0.1),
  prefillFlops4: prior(0.48, 0.12),
  activationPasses: prior(1.5, 0.4),
  samplerPasses: prior(12, 0.2),
  stepSynchronous: prior(1e-3, 0.25),
  stepAsynchronous: prior(0.3e-3, 0.4),
  layer: prior(44e-6, 0.12),
  layerFp4: prior(15e-6, 0.4),
  sequence: prior(8e-6, 0.4),
  mixedLayer: prior(0.1e-3, 0.4),
  mixedLayerBlackwell: prior(0.3e-3, 0.4),
  nvlinkLatency: prior(8e-6, 0.3),
  nvlinkBandwidth: prior(0.7, 0.12),
  hostLatency: prior(80e-6, 0.2),
  hostBytesPerSecond: prior(3e9, 0.2),
  requestSynchronous: prior(25e-3, 0.4),
  promptsIndependent: prior(1.1, 0.1),
  promptsLockstep: prior(2.3, 0.15),
  burst: prior(0.05, 0.2),
} as const satisfies Priors;

/** Constants only models with experts, or only PCIe peers (where no dense model was measured), speak to. */
export const expertPriors = {
  requestAsynchronous: prior(20e-3, 0.4),
  peerLatency: prior(45e-6, 0.2),
  peerBytesPerSecond: prior(6e9, 0.25),
  routingExponent: prior(0.87, 0.04),
  expertLayer: prior(18e-6, 0.4),
  expertBandwidthFp4: prior(0.9, 0.05),
  expertBandwidthHopper: prior(0.75, 0.08),
  expertBandwidthFp8: prior(0.88, 0.06),
  expertLayerFp8: prior(15e-6, 0.4),
  // No sound measurement speaks to the next four: they stay where they are.
  expertBandwidthBlocks: prior(0.6, 0.2),
  expertLayerBlocks: prior(60e-6, 0.5),
  expertBandwidth16: prior(0.62, 0.1),
  expertLayer16: prior(15e-6, 0.5),
  expertBandwidthWeightOnly: prior(0.6, 0.12),
  weightOnlyLayer: prior(60e-6, 0.4),
  weightOnlyFlops: prior(0.2, 0.25),
  expertPrefillFlops: prior(0.3, 0.4),
} as const satisfies Priors;
