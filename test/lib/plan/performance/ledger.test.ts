import { memoryLedger, weightBytes } from '../../../../lib/plan/performance/memory';
import type { EngineSettings, ModelCopy } from '../../../../lib/plan/performance/model-copy';
import { engineSettings } from '../../../../lib/plan/performance/model-copy';
import { serve } from '../../../../lib/plan/performance/served-load';
import { gpusOf } from '../../../../lib/plan/performance/tensor-parallel';
import { accelerator, model } from '../../../helpers/sizing';

const gib = 2 ** 30;
const copyOf = (id: string, overrides: Partial<ModelCopy> = {}): ModelCopy => ({
  model: model(id),
  accelerator: accelerator('H100-80GB-SXM'),
  acceleratorShare: 1,
  tensorParallel: 1,
  dtype: 'bf16',
  ...overrides,
});
const llama = copyOf('meta-llama/Llama-3.1-8B-Instruct');
const settings: EngineSettings = { gpuMemoryUtilization: 0.9, maxNumBatchedTokens: 8192, maxNumSeqs: 8 };

describe('weights', () => {
  test('of Llama-3.1-70B in int8 are the 67.7 GiB that vLLM logs, padding aside', () => {
    const copy = copyOf('meta-llama/Llama-3.1-70B-Instruct', { dtype: 'int8' });
    expect(weightBytes(copy) / 1.01 / gib).toBeCloseTo(67.7, 1);
  });

  test('have the published size where that is larger than the count, in the published format only', () => {
    const copy = copyOf('meta-llama/Llama-3.1-405B-Instruct-FP8', { dtype: 'fp8' });
    expect(weightBytes(copy) / 1.01 / gib).toBeCloseTo(458, 6);
    expect(weightBytes({ ...copy, dtype: 'int8' }) / 1.01 / gib).toBeLessThan(400);
  });

  test('are divided over the GPUs that share the copy', () => {
    expect(weightBytes(llama) / weightBytes({ ...llama, tensorParallel: 4 })).toBeCloseTo(4, 9);
  });
});

describe('the rest of the ledger', () => {
  const ledger = (copy: ModelCopy, more: Partial<EngineSettings> = {}) =>
    memoryLedger(copy, { ...settings, ...more }, 2000);

  test('counts 110.6 kB of activations a token for Llama-3.1-8B, and the sampler where it needs more', () => {
    const batch = (maxNumBatchedTokens: number) => ledger(llama, { maxNumBatchedTokens }).activation;
    expect((batch(29_000) - batch(20_000)) / 9000 / 1000).toBeCloseTo(110.6, 1);
    expect(ledger(llama, { maxNumSeqs: 1024 }).activation).toBe(1024 * llama.model.vocab * 4 * 3);
  });

  test('has communication buffers in a group of GPUs only', () => {
    const fixed = (copy: ModelCopy) => {
      const { overhead, weights } = ledger(copy);
      return (overhead - 0.02 * weights) / gib;
    };
    expect([fixed(llama), fixed({ ...llama, tensorParallel: 2 })].map((value) => Number(value.toFixed(6)))).toEqual([
      0.7, 1.6,
    ]);
  });

  test('adds up to what is usable, and holds nothing when the weights alone do not fit', () => {
    const { usable, weights, activation, cudaGraphs, overhead, kvCache, kvTokens, requests } = ledger(llama);
    expect(weights + activation + cudaGraphs + overhead + kvCache).toBe(usable);
    expect(requests).toBe(Math.floor(kvTokens / 2000));
    const large = ledger(copyOf('meta-llama/Llama-3.1-70B-Instruct'));
    expect(large.kvCache).toBeLessThan(0);
    expect([large.kvTokens, large.requests]).toEqual([0, 0]);
  });
});

test.each([
  ['H100-80GB-SXM', 1, 1, 8192, 8],
  ['H100-80GB-SXM', 1, 9, 8192, 16],
  ['H100-80GB-SXM', 0.5, 8, 2048, 8],
  ['A10G', 1, 5000, 2048, 1024],
])('on %s x %d with %d requests a step takes %d tokens of %d sequences', (id, share, requests, tokens, sequences) => {
  const copy = copyOf('Qwen/Qwen3-8B', { accelerator: accelerator(id), acceleratorShare: share });
  expect(engineSettings(copy, requests)).toEqual({
    gpuMemoryUtilization: 0.9,
    maxNumBatchedTokens: tokens,
    maxNumSeqs: sequences,
  });
});

test('a copy is split over the GPUs of an instance, and a fraction of a GPU counts as one', () => {
  expect(gpusOf({ acceleratorCount: 8, acceleratorShare: 1 })).toBe(8);
  expect(gpusOf({ acceleratorCount: 2, acceleratorShare: 0.5 })).toBe(1);
});

describe('a load larger than the cache', () => {
  const load = { concurrency: 1000, inputTokens: 8000, outputTokens: 1000 };

  test('runs as many requests as the cache holds at their mean length, and the rest waits', () => {
    const { kvCache, kvCachePerToken } = memoryLedger(llama, engineSettings(llama, 1000), 9000);
    const { running, queueMs, performance } = serve(llama, load);
    expect(running).toBeCloseTo(kvCache / (kvCachePerToken * 8500), 9);
    expect(queueMs).toBeCloseTo(((1000 - running) / performance.requestsPerSecond) * 1000, 6);
    expect(serve(llama, load, { promptsElsewhere: true }).running).toBe(1000);
  });

  test('shares prompts that come from the prefix cache', () => {
    const { kvCache, kvCachePerToken } = memoryLedger(llama, engineSettings(llama, 1000), 1000);
    const { running } = serve(llama, load, { promptsCached: true });
    expect(running).toBeCloseTo(Math.min(1000, kvCache / (kvCachePerToken * 500)), 9);
  });

  test('runs one request at least', () => {
    const small = copyOf('Qwen/Qwen3-8B', { accelerator: accelerator('L4') });
    expect(serve(small, { concurrency: 4, inputTokens: 40_000, outputTokens: 900 }).running).toBe(1);
  });
});
