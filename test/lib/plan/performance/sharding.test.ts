import type { Dtype, ModelArchitecture } from '../../../../lib/catalog';
import { catalog } from '../../../../lib/catalog';
import type { ServedBy } from '../../../../lib/plan/performance/model-copy';
import { tensorParallelOptions, tensorParallelProblem } from '../../../../lib/plan/performance/tensor-parallel';

function row(id: string): ModelArchitecture {
  const found = catalog.models.find((model) => model.id === id);
  if (found === undefined) throw new Error(`no model ${id}`);
  return found;
}

const old: ServedBy = { engine: 'vllm', version: '0.27.1' };
const refining: ServedBy = { engine: 'vllm', version: '0.33.0', fp8ExpertBlock: 32 };
const spread: ServedBy = { ...old, expertParallel: true };

/** Legal splits on eight GPUs, by model, format and engine. */
test.each<[string, Dtype, ServedBy | undefined, readonly number[]]>([
  ['Qwen/Qwen3-30B-A3B', 'bf16', old, [1, 2, 4, 8]],
  ['Qwen/Qwen3-30B-A3B-FP8', 'fp8', undefined, [1, 2]],
  ['Qwen/Qwen3-30B-A3B-FP8', 'fp8', old, [1, 2]],
  ['Qwen/Qwen3-30B-A3B-FP8', 'fp8', refining, [1, 2, 4, 8]],
  ['Qwen/Qwen3-30B-A3B-FP8', 'fp8', spread, [1, 2, 4, 8]],
  ['Qwen/Qwen3-235B-A22B-FP8', 'fp8', old, [1, 2, 4]],
  ['Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8', 'fp8', old, [1, 2, 4]],
  ['Qwen/Qwen3.6-35B-A3B', 'fp8', old, [1, 2, 4]],
  ['Qwen/Qwen3.6-35B-A3B', 'fp8', refining, [1, 2, 4]],
  ['Qwen/Qwen3.6-35B-A3B', 'fp8', spread, [1, 2, 4]],
  ['Qwen/Qwen3.6-35B-A3B', 'bf16', old, [1, 2, 4, 8]],
  ['MiniMaxAI/MiniMax-M2.5', 'fp8', old, [1, 2, 4]],
  ['MiniMaxAI/MiniMax-M2.5', 'fp8', refining, [1, 2, 4, 8]],
  ['deepseek-ai/DeepSeek-R1-0528', 'fp8', old, [1, 2, 4, 8]],
  ['Qwen/Qwen3-32B-FP8', 'fp8', old, [1, 2, 4, 8]],
  ['nvidia/Llama-3.1-8B-Instruct-FP8', 'fp8', old, [1, 2, 4, 8]],
  ['Qwen/Qwen3-30B-A3B', 'int4', old, [1, 2]],
  ['Qwen/Qwen3-30B-A3B', 'int4', spread, [1, 2, 4, 8]],
  ['Qwen/Qwen3-32B-AWQ', 'int4', old, [1, 2, 4, 8]],
  ['moonshotai/Kimi-K2.5', 'int4', old, [1, 2, 4, 8]],
])('%s in %s, %j: %j', (id, dtype, servedBy, expected) => {
  const split = { model: row(id), dtype, ...(servedBy === undefined ? {} : { servedBy }) };
  expect(tensorParallelOptions(split, 8)).toEqual(expected);
});

test('the reason names what is cut, the arithmetic and the block', () => {
  const split = { model: row('Qwen/Qwen3-30B-A3B-FP8'), servedBy: old };
  expect(tensorParallelProblem(split, 4, 8)).toBe(
    'the experts are 768 wide: 768 / 4 = 192, and that is no multiple of the 128 that share a scale in fp8',
  );
  const wide = { ...row('Qwen/Qwen3-32B'), intermediate: 25_728 };
  expect(tensorParallelProblem({ model: wide, dtype: 'fp8' }, 2, 8)).toMatch(/the feed-forward block is 25728 wide/);
});

test('a block that the engine may cut is named with its smallest part', () => {
  const odd = { ...row('Qwen/Qwen3-30B-A3B'), moe: { experts: 128, topK: 8, intermediate: 320 } };
  expect(tensorParallelProblem({ model: odd, dtype: 'fp8', servedBy: refining }, 8, 8)).toBe(
    'the experts are 320 wide: 320 / 8 = 40, and that is no multiple of the 128 that share a scale in fp8, nor of 32, ' +
      'the smallest part the engine splits a block into',
  );
});

test('linear attention is cut by its own heads', () => {
  const model = { ...row('Qwen/Qwen3.5-122B-A10B'), linearAttention: { valueHeads: 64, keyHeads: 2, headDim: 128 } };
  expect(tensorParallelProblem({ model, dtype: 'bf16' }, 4, 8)).toBe(
    'it does not divide the 2 key heads of linear attention',
  );
});
