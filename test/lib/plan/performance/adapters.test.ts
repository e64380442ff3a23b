import { catalog } from '../../../../lib/catalog';
import { adapterBytes } from '../../../../lib/plan/performance/adapters';
import { memoryLedger } from '../../../../lib/plan/performance/memory';
import type { ModelCopy } from '../../../../lib/plan/performance/model-copy';
import { engineSettings } from '../../../../lib/plan/performance/model-copy';

function copy(model: string, tensorParallel = 1): ModelCopy {
  const architecture = catalog.models.find(({ id }) => id === model);
  const accelerator = catalog.accelerators.find(({ id }) => id === 'H100-80GB-SXM');
  if (architecture === undefined || accelerator === undefined) throw new Error(`no row for ${model}`);
  return { model: architecture, accelerator, acceleratorShare: 1, tensorParallel, dtype: 'bf16' };
}

test('a rank-16 adapter of every projection of Llama-3.1-8B has 41.9 million parameters', () => {
  const bytes = adapterBytes(copy('meta-llama/Llama-3.1-8B-Instruct'), { count: 1, rank: 16 });
  expect(bytes / 2).toBe(41_943_040);
});

test('splits only the second matrix over a group of GPUs', () => {
  const slots = { count: 1, rank: 16 };
  const alone = adapterBytes(copy('meta-llama/Llama-3.1-8B-Instruct'), slots);
  const shared = adapterBytes(copy('meta-llama/Llama-3.1-8B-Instruct', 4), slots);
  expect(shared).toBeGreaterThan(alone / 4);
  expect(shared).toBeLessThan(alone);
});

test('the slots reduce the cache, and nothing else', () => {
  const served = copy('Qwen/Qwen3-32B');
  const settings = engineSettings(served, 8);
  const without = memoryLedger(served, settings, 4096);
  const slots = { count: 4, rank: 64 };
  const with4 = memoryLedger({ ...served, adapters: slots }, settings, 4096);
  expect(without.adapters).toBe(0);
  expect(without.kvCache - with4.kvCache).toBeCloseTo(adapterBytes(served, slots), 0);
  expect({ ...with4, adapters: 0, kvCache: 0, kvTokens: 0, requests: 0 }).toEqual({
    ...without,
    kvCache: 0,
    kvTokens: 0,
    requests: 0,
  });
});
