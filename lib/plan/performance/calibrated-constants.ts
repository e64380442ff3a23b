import type { PerformanceConstants } from './performance-constants';

/**
 * Written by bench/planner/calibrate.ts from 1122 measurements; do not edit. A robust least-squares fit on logarithms,
 * pulled toward the textbook values of bench/planner/priors.ts. On the rows it was fitted to, with their runs known:
 * - time per token, dense: 404 rows, mean error 4.8 %, median 3.5 %, 99 % within 30 %
 * - time per token, experts: 257 rows, mean error 9.0 %, median 5.6 %, 96 % within 30 %
 * - time to first token, dense: 317 rows, mean error 13.4 %, median 10.1 %, 92 % within 30 %
 * - time to first token, experts: 144 rows, mean error 15.5 %, median 11.6 %, 90 % within 30 %
 *
 * What it is worth on rows it has not seen is in bench/planner/results.md.
 */
export const constants: PerformanceConstants = {
  weightBandwidth: 0.889,
  cacheBandwidth: 0.77,
  decodeFlops: 0.594,
  prefillFlops16: 0.782,
  prefillFlops8: 0.544,
  prefillFlops4: 0.468,
  activationPasses: 5.27,
  samplerPasses: 12.6,
  stepSynchronous: 0.00118,
  stepAsynchronous: 0.000284,
  layer: 0.0000425,
  layerFp4: 0.00000845,
  sequence: 0.0000125,
  mixedLayer: 0.0000601,
  mixedLayerBlackwell: 0.000332,
  nvlinkLatency: 0.00000515,
  nvlinkBandwidth: 0.671,
  hostLatency: 0.0000839,
  hostBytesPerSecond: 2910000000,
  requestSynchronous: 0.0253,
  promptsIndependent: 1.09,
  promptsLockstep: 2.41,
  burst: 0.0532,
  requestAsynchronous: 0.025,
  peerLatency: 0.0000426,
  peerBytesPerSecond: 4970000000,
  routingExponent: 0.833,
  expertLayer: 0.0000174,
  expertBandwidthFp4: 0.964,
  expertBandwidthHopper: 0.689,
  expertBandwidthFp8: 0.95,
  expertLayerFp8: 0.0000108,
  expertBandwidthBlocks: 0.6,
  expertLayerBlocks: 0.00006,
  expertBandwidth16: 0.62,
  expertLayer16: 0.000015,
  expertBandwidthWeightOnly: 0.495,
  weightOnlyLayer: 0.000128,
  weightOnlyFlops: 0.126,
  expertPrefillFlops: 0.177,
};
