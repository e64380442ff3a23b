import type { Dtype } from '../../../../../lib/catalog';
import { catalog } from '../../../../../lib/catalog';
import { defaultDtype, dtypeProblem, dtypes } from '../../../../../lib/plan/performance/dtype-support';
import { tensorParallelOptions, tensorParallelProblem } from '../../../../../lib/plan/performance/tensor-parallel';
import { deviceProblem } from '../../../../../lib/plan/sizing/copy-concurrency';
import { accelerator, model } from '../../../../helpers/sizing';

const everything: readonly Dtype[] = ['bf16', 'fp16', 'fp8', 'int4', 'int8', 'mxfp4', 'nvfp4'];
const without = (...gone: readonly Dtype[]) => everything.filter((dtype) => !gone.includes(dtype));

test.each<[string, readonly Dtype[]]>([
  ['V100-16GB', ['fp16']],
  ['T4', ['fp16', 'fp8', 'int4', 'int8']],
  ['A10G', without('nvfp4')],
  ['A10', without('nvfp4')],
  ['A100-40GB', without('nvfp4')],
  ['A100-80GB-SXM', without('nvfp4')],
  ['L4', without('nvfp4')],
  ['L40S', without('nvfp4')],
  ['H100-80GB-SXM', without('nvfp4')],
  ['H200-141GB-SXM', without('nvfp4')],
  ['RTX-PRO-6000-BSE', everything],
  ['B200', everything],
])('%s serves %j', (id, expected) => {
  expect(dtypes.filter((dtype) => dtypeProblem(accelerator(id), dtype) === undefined).toSorted()).toEqual(expected);
});

test('a device without bf16 gets fp16, and a quantised checkpoint keeps its format', () => {
  expect(defaultDtype(model('Qwen/Qwen3-8B'), accelerator('T4'))).toBe('fp16');
  expect(defaultDtype(model('Qwen/Qwen3-8B'), accelerator('A10G'))).toBe('bf16');
  expect(defaultDtype(model('Qwen/Qwen3-8B-FP8'), accelerator('A10G'))).toBe('fp8');
  expect(defaultDtype(model('openai/gpt-oss-20b'), accelerator('A10G'))).toBe('mxfp4');
});

test('no Neuron, AMD or pre-Turing device is chosen, and every other can be', () => {
  const never = catalog.accelerators.filter((device) => deviceProblem(device) !== undefined).map(({ id }) => id);
  expect(never.toSorted()).toEqual([
    'Inferentia2',
    'MI300X',
    'Trainium1',
    'Trainium2',
    'Trainium3',
    'V100-16GB',
    'V100-32GB',
  ]);
});

test.each<[string, readonly number[]]>([
  // 64 heads, 8 key-value heads
  ['Qwen/Qwen3-32B', [1, 2, 4, 8, 16]],
  // 28 heads, 4 key-value heads: 7 divides the heads and is no multiple of 4
  ['Qwen/Qwen2.5-7B-Instruct', [1, 2, 4]],
  // 128 heads over one latent cache
  ['deepseek-ai/DeepSeek-V3-0324', [1, 2, 4, 8, 16]],
  // 32 heads, 4 key-value heads
  ['Qwen/Qwen3-30B-A3B', [1, 2, 4, 8, 16]],
])('%s is split over %j of up to 16 GPUs', (id, expected) => {
  expect(tensorParallelOptions({ model: model(id) }, 16)).toEqual(expected);
});

test.each<[number, number, RegExp]>([
  [0, 8, /whole number/],
  [2.5, 8, /whole number/],
  [8, 4, /more than the 4 GPUs/],
  [3, 8, /does not divide the 64 attention heads/],
  [32, 64, /^$/],
])('a split of Qwen3-32B over %d of %d GPUs is legal or has a reason', (degree, gpus, expected) => {
  expect(tensorParallelProblem({ model: model('Qwen/Qwen3-32B') }, degree, gpus) ?? '').toMatch(expected);
});

test('a split that divides the heads and not the key-value heads is refused for that', () => {
  expect(tensorParallelProblem({ model: model('Qwen/Qwen2.5-7B-Instruct') }, 7, 8)).toMatch(/4 key-value heads/);
});

test('every model of the catalogue runs on one GPU, and no split leaves a GPU without a head', () => {
  for (const row of catalog.models) {
    const options = tensorParallelOptions({ model: row }, 16);
    expect([row.id, options[0]]).toEqual([row.id, 1]);
    expect([row.id, options.every((degree) => Number.isInteger(row.heads / degree))]).toEqual([row.id, true]);
  }
});
