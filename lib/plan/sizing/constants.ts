/** Efficiencies and fixed costs of the performance model. Times are seconds, rates are fractions of the device's peak. */
export interface PerformanceConstants {
  readonly bandwidth: number;
  readonly cacheBandwidth: number;
  readonly decodeFlops: number;
  readonly prefillFlops: number;
  readonly linkBandwidth: number;
  readonly allReduceNvlink: number;
  readonly allReducePcie: number;
  readonly step: number;
  readonly layer: number;
  readonly sequence: number;
}

export const constants: PerformanceConstants = {
  bandwidth: 0.82,
  cacheBandwidth: 0.86,
  decodeFlops: 0.6,
  prefillFlops: 0.67,
  linkBandwidth: 0.7,
  allReduceNvlink: 8.5e-6,
  allReducePcie: 31e-6,
  step: 1e-3,
  layer: 33e-6,
  sequence: 22e-6,
};
