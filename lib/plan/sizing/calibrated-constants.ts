import type { PerformanceConstants } from './performance-constants';

/**
 * Written by bench/planner/calibrate.ts from 1198 measurements; do not edit. A robust least-squares fit on logarithms,
 * pulled toward the textbook values of bench/planner/priors.ts. On the rows it was fitted to, with their runs known:
 * - time per token, dense: 404 rows, mean error 4.9 %, median 3.5 %, 99 % within 30 %
 * - time per token, experts: 295 rows, mean error 10.2 %, median 6.2 %, 95 % within 30 %
 * - time to first token, dense: 317 rows, mean error 14.8 %, median 11.2 %, 90 % within 30 %
 * - time to first token, experts: 182 rows, mean error 16.2 %, median 11.4 %, 87 % within 30 %
 *
 * What it is worth on rows it has not seen is in bench/planner/results.md.
 */
export const constants: PerformanceConstants = {
  weightBandwidth: 0.882,
  cacheBandwidth: 0.768,
  decodeFlops: 0.589,
  prefillFlops16: 0.763,
  prefillFlops8: 0.553,
  prefillFlops4: 0.464,
  activationPasses: 5.47,
  samplerPasses: 13.2,
  stepSynchronous: 0.00147,
  stepAsynchronous: 0.000281,
  layer: 0.0000401,
  layerFp4: 0.00000847,
  sequence: 0.0000139,
  mixedLayer: 0.0000518,
  mixedLayerBlackwell: 0.000267,
  nvlinkLatency: 0.00000461,
  nvlinkBandwidth: 0.722,
  hostLatency: 0.0000834,
  hostBytesPerSecond: 2920000000,
  requestSynchronous: 0.0406,
  promptsIndependent: 1.03,
  promptsLockstep: 2.22,
  burst: 0.0532,
  requestAsynchronous: 0.0242,
  peerLatency: 0.0000425,
  peerBytesPerSecond: 5040000000,
  routingExponent: 0.836,
  expertLayer: 0.0000202,
  expertBandwidthBlackwell: 0.99,
  expertBandwidthHopper: 0.708,
  expertBandwidthHopperFp8: 0.571,
  expertLayerHopperFp8: 0.000216,
  expertBandwidthWeightOnly: 0.501,
  weightOnlyLayer: 0.000128,
  weightOnlyFlops: 0.128,
  expertPrefillFlops: 0.149,
};
