import type { MeasuredEvidence } from './performance-constants';

/**
 * Written by bench/planner/calibrate.ts; do not edit. Errors are those four of five predictions stay within, by constants
 * refitted without the model and device a row is about (groups), or without its device or its model (unmeasured).
 */
export const evidence: MeasuredEvidence = {
  // prettier-ignore
  groups: [
    { accelerator: 'A10', generation: 'ampere', experts: false, format: '16-bit', attention: 'softmax', rows: 2, models: 1, timePerTokenPercent: 38.3, firstTokenPercent: 85.2 },
    { accelerator: 'A100-80GB-PCIe', generation: 'ampere', experts: false, format: '16-bit', attention: 'softmax', rows: 2, models: 1, timePerTokenPercent: 19.6, firstTokenPercent: 84.5 },
    { accelerator: 'A10G', generation: 'ampere', experts: false, format: '16-bit', attention: 'softmax', rows: 41, models: 1, timePerTokenPercent: 19.1 },
    { accelerator: 'A10G', generation: 'ampere', experts: true, format: 'mxfp4', attention: 'softmax', rows: 49, models: 1, timePerTokenPercent: 16.7 },
    { accelerator: 'B200', generation: 'blackwell', experts: false, format: 'fp8', attention: 'softmax', rows: 60, models: 1, timePerTokenPercent: 13.3, firstTokenPercent: 40.9 },
    { accelerator: 'B200', generation: 'blackwell', experts: false, format: 'nvfp4', attention: 'softmax', rows: 60, models: 1, timePerTokenPercent: 17.7, firstTokenPercent: 37.9 },
    { accelerator: 'B200', generation: 'blackwell', experts: true, format: 'mxfp4', attention: 'softmax', rows: 84, models: 1, timePerTokenPercent: 26.4, firstTokenPercent: 29.6 },
    { accelerator: 'H100-80GB-SXM', generation: 'hopper', experts: false, format: '16-bit', attention: 'softmax', rows: 90, models: 1, timePerTokenPercent: 7.8, firstTokenPercent: 35.8 },
    { accelerator: 'H100-80GB-SXM', generation: 'hopper', experts: false, format: 'fp8', attention: 'softmax', rows: 45, models: 1, timePerTokenPercent: 10.9, firstTokenPercent: 31.7 },
    { accelerator: 'H100-80GB-SXM', generation: 'hopper', experts: true, format: 'mxfp4', attention: 'softmax', rows: 60, models: 1, timePerTokenPercent: 6.3, firstTokenPercent: 25.2 },
    { accelerator: 'H200-141GB-SXM', generation: 'hopper', experts: false, format: 'fp8', attention: 'softmax', rows: 60, models: 1, timePerTokenPercent: 11, firstTokenPercent: 16.3 },
    { accelerator: 'L40S', generation: 'ada', experts: true, format: 'mxfp4', attention: 'softmax', rows: 57, models: 1, timePerTokenPercent: 24.2 },
    { accelerator: 'RTX-PRO-6000-BSE', generation: 'blackwell-rtx', experts: false, format: '16-bit', attention: 'softmax', rows: 44, models: 1, timePerTokenPercent: 12.6 },
    { accelerator: 'RTX-PRO-6000-BSE', generation: 'blackwell-rtx', experts: true, format: 'fp8', attention: 'softmax', rows: 7, models: 1, timePerTokenPercent: 28.5 },
  ],
  unmeasured: {
    dense: { timePerTokenPercent: 19.1, firstTokenPercent: 40.9 },
    experts: { timePerTokenPercent: 26.4, firstTokenPercent: 31.7 },
  },
};
