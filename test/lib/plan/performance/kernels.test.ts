import type { Dtype } from '../../../../lib/catalog';
import { constants } from '../../../../lib/plan/performance/calibrated-constants';
import { peakTflops, widensFp8 } from '../../../../lib/plan/performance/dtype-support';
import { errorBandsFor, evidenceFor } from '../../../../lib/plan/performance/evidence';
import { expertModel } from '../../../../lib/plan/performance/experts';
import { generationOf, modelClass } from '../../../../lib/plan/performance/model-class';
import type { PerformanceConstants } from '../../../../lib/plan/performance/performance-constants';
import { stepModel } from '../../../../lib/plan/performance/step-model';
import { accelerator, model } from '../../../helpers/sizing';

const moe = model('Qwen/Qwen3-30B-A3B');
const experts = (device: string, dtype: Dtype) => {
  const copy = { model: moe, accelerator: accelerator(device), acceleratorShare: 1, tensorParallel: 1, dtype };
  return expertModel(copy, constants);
};

test.each<[string, Dtype, keyof PerformanceConstants, keyof PerformanceConstants | undefined]>([
  ['H100-80GB-SXM', 'bf16', 'expertBandwidth16', 'expertLayer16'],
  ['B200', 'fp8', 'expertBandwidthFp8', 'expertLayerFp8'],
  ['L40S', 'fp8', 'expertBandwidthBlocks', 'expertLayerBlocks'],
  ['H100-80GB-SXM', 'fp8', 'expertBandwidthBlocks', 'expertLayerBlocks'],
  ['A10G', 'fp8', 'expertBandwidthWeightOnly', 'weightOnlyLayer'],
  ['B200', 'mxfp4', 'expertBandwidthFp4', undefined],
  ['H100-80GB-SXM', 'mxfp4', 'expertBandwidthHopper', undefined],
  ['MI300X', 'mxfp4', 'expertBandwidthHopper', undefined],
  ['L40S', 'mxfp4', 'expertBandwidthWeightOnly', 'weightOnlyLayer'],
  ['B200', 'int4', 'expertBandwidthWeightOnly', 'weightOnlyLayer'],
])('experts on %s in %s are read at %s, with %s a layer', (device, dtype, bandwidth, layer) => {
  const found = experts(device, dtype);
  expect(found?.bandwidth).toBe(constants[bandwidth]);
  const perLayer = constants.expertLayer + (layer === undefined ? 0 : constants[layer]);
  expect(found?.fixed).toBeCloseTo(moe.layers * perLayer, 12);
  const widened = layer === 'weightOnlyLayer';
  expect(found?.decodeFlops).toBe(widened ? constants.weightOnlyFlops : constants.decodeFlops);
});

test('one token routes to the top k experts, and a large batch to all of them', () => {
  const { hit, topK } = experts('H100-80GB-SXM', 'bf16') ?? { hit: () => 0, topK: 0 };
  expect(hit(1)).toBeCloseTo(topK, 9);
  expect(hit(100_000)).toBeCloseTo(moe.moe?.experts ?? 0, 6);
});

test('a format without a native kernel has the peak of the format it is widened to', () => {
  const peak = (device: string, dtype: Dtype) => peakTflops(accelerator(device), dtype);
  const { denseTflops: hopper } = accelerator('H100-80GB-SXM');
  const { denseTflops: blackwell } = accelerator('B200');
  expect(peak('H100-80GB-SXM', 'fp8')).toBe(hopper.fp8);
  expect(peak('H100-80GB-SXM', 'mxfp4')).toBe(hopper.bf16);
  expect(peak('H100-80GB-SXM', 'int4')).toBe(hopper.bf16);
  expect([peak('B200', 'nvfp4'), peak('B200', 'mxfp4')]).toEqual([blackwell.fp4, blackwell.fp8]);
  expect(peak('T4', 'fp16')).toBe(accelerator('T4').denseTflops.fp16);
});

test('a device without published arithmetic has the ratio of an RTX PRO 6000', () => {
  expect(peakTflops({ ...accelerator('L4'), denseTflops: {}, memoryBandwidthGBs: 1597 }, 'bf16')).toBeCloseTo(463, 0);
});

test('workstation Blackwell is another generation than that of the data centre', () => {
  expect(['RTX-PRO-6000-BSE', 'B200', 'H100-80GB-SXM'].map((id) => generationOf(accelerator(id)))).toEqual([
    'blackwell-rtx',
    'blackwell',
    'hopper',
  ]);
});

test('the class of a model is its experts, its format and its attention', () => {
  expect(modelClass(moe, 'fp16')).toEqual({ experts: true, format: '16-bit', attention: 'softmax' });
  expect(modelClass(model('deepseek-ai/DeepSeek-V3-0324'), 'fp8').attention).toBe('latent');
  const dense = model('Qwen/Qwen3-8B');
  expect(modelClass({ ...dense, fullAttentionLayers: 1 }, 'int8')).toEqual({
    experts: false,
    format: 'int8',
    attention: 'linear',
  });
  expect(modelClass({ ...dense, fullAttentionLayers: 1, slidingWindow: 128 }, 'int8').attention).toBe('softmax');
});

test.each([
  ['T4', true],
  ['A10G', true],
  ['A100-80GB-SXM', true],
  ['V100-16GB', false],
  ['L4', false],
  ['H100-80GB-SXM', false],
  ['RTX-PRO-6000-BSE', false],
  ['MI300X', false],
])('%s widens fp8 weights to 16 bits: %s', (id, expected) => {
  expect(widensFp8(accelerator(id))).toBe(expected);
});

test('widened fp8 weights halve what is read and not the arithmetic', () => {
  const dense = model('Qwen/Qwen3-8B');
  const copy = (dtype: 'bf16' | 'fp8') => ({
    model: dense,
    accelerator: accelerator('A10G'),
    acceleratorShare: 1,
    tensorParallel: 1,
    dtype,
  });
  const step = (dtype: 'bf16' | 'fp8', decoding: number, prompt: number) =>
    stepModel(copy(dtype), constants, 'asynchronous')(decoding, prompt, 1);
  // One sequence is limited by memory, a long prompt by arithmetic.
  expect(step('bf16', 1, 0) / step('fp8', 1, 0)).toBeGreaterThan(1.6);
  expect(step('bf16', 1, 0) / step('fp8', 1, 0)).toBeLessThan(2);
  expect(step('bf16', 0, 4096) / step('fp8', 0, 4096)).toBeCloseTo(1, 1);
  expect(errorBandsFor(copy('fp8')).errorPercent).toBeGreaterThan(errorBandsFor(copy('bf16')).errorPercent);
  expect(evidenceFor(copy('fp8')).reason).toMatch(/A10G has no fp8 arithmetic/);
});
