import { sequenceBytes, sequenceCache, sequenceReadBytes } from '../../../../lib/plan/performance/kv-cache';
import { bytesPerParameter, splitParameters } from '../../../../lib/plan/performance/parameters';
import { tensorParallelProblem } from '../../../../lib/plan/performance/tensor-parallel';
import { model } from '../../../helpers/sizing';

/** 64 layers, 8 key-value heads of 128. */
const qwen = model('Qwen/Qwen3-32B');
const perToken = (tensorParallel: number, bytes = 2) => sequenceCache(qwen, tensorParallel, bytes).bytesPerToken;

test('a token keeps a key and a value of every layer and head', () => {
  expect(perToken(1)).toBe(2 * 64 * 8 * 128 * 2);
  expect(perToken(1, 1)).toBe(2 * 64 * 8 * 128);
});

test('the KV heads are split until each GPU has one, and replicated beyond that', () => {
  expect([1, 2, 4, 8, 16, 64].map((gpus) => perToken(1) / perToken(gpus))).toEqual([1, 2, 4, 8, 8, 8]);
});

test('every GPU keeps a complete latent cache, however many share the copy', () => {
  const deepseek = model('deepseek-ai/DeepSeek-V3-0324');
  expect(sequenceCache(deepseek, 8, 2)).toEqual(sequenceCache(deepseek, 1, 2));
  expect(sequenceCache(deepseek, 8, 2).bytesPerToken).toBe(deepseek.layers * deepseek.headDim * 2);
});

test('layers with a window stop growing at it', () => {
  const windowed = model('openai/gpt-oss-20b');
  const cache = sequenceCache(windowed, 1, 2);
  const { window, bytesPerToken, windowBytesPerToken } = cache;
  expect([window, cache.stateBytes]).toEqual([windowed.slidingWindow, 0]);
  expect(sequenceBytes(cache, window) / window).toBe(bytesPerToken + windowBytesPerToken);
  expect(sequenceBytes(cache, window + 1000) - sequenceBytes(cache, window)).toBe(1000 * bytesPerToken);
});

test('layers with linear attention keep a state that does not depend on the context', () => {
  const linear = { ...qwen, fullAttentionLayers: 16 };
  const cache = sequenceCache(linear, 4, 2);
  expect(cache).toMatchObject({
    bytesPerToken: perToken(4) / 4,
    windowBytesPerToken: 0,
    window: 0,
    stateBytes: (48 * qwen.hidden * 2 * 128 * 4) / 4,
  });
  expect(sequenceBytes(cache, 100) - sequenceBytes(cache, 0)).toBe(100 * cache.bytesPerToken);
});

test('an encoder keeps no cache', () => {
  expect(sequenceBytes(sequenceCache({ ...qwen, encoderOnly: true }, 1, 2), 1000)).toBe(0);
});

describe('layers that differ', () => {
  const gemma = model('google/gemma-4-31B-it');

  test('global layers of gemma-4-31B have 4 heads of 512, and those with a window 16 of 256', () => {
    const cache = sequenceCache(gemma, 1, 2);
    expect(cache).toMatchObject({
      bytesPerToken: 10 * 2 * 4 * 512 * 2,
      windowBytesPerToken: 50 * 2 * 16 * 256 * 2,
      window: 1024,
    });
    // Eight GPUs replicate four heads, and split sixteen.
    expect(sequenceCache(gemma, 8, 2)).toMatchObject({
      bytesPerToken: cache.bytesPerToken / 4,
      windowBytesPerToken: cache.windowBytesPerToken / 8,
    });
  });

  test('values may be shorter than keys', () => {
    const mimo = model('XiaomiMiMo/MiMo-V2-Flash');
    expect(sequenceCache(mimo, 1, 2).bytesPerToken).toBe(9 * 4 * (192 + 128) * 2);
    expect(sequenceCache(mimo, 1, 2).windowBytesPerToken).toBe(39 * 8 * (192 + 128) * 2);
  });

  test('sparse attention keeps every token and its index, and reads the tokens it chose', () => {
    const cache = sequenceCache(model('deepseek-ai/DeepSeek-V3.2'), 8, 2);
    const latent = 61 * 576 * 2;
    const index = 61 * 132;
    expect(sequenceBytes(cache, 10_000)).toBe((latent + index) * 10_000);
    expect(sequenceReadBytes(cache, 10_000)).toBe(latent * 2048 + index * 10_000);
    expect(sequenceReadBytes(cache, 1000)).toBe(sequenceBytes(cache, 1000));
  });

  test('a split must suit the heads of both kinds of layers', () => {
    const odd = { ...gemma, windowHeads: { kvHeads: 6, headDim: 256 } };
    expect(tensorParallelProblem({ model: gemma }, 8, 8)).toBeUndefined();
    expect(tensorParallelProblem({ model: odd }, 4, 8)).toMatch(/the 6 key-value heads/);
  });
});

test('a vision tower is in memory and is not read for a token of text', () => {
  const [text, vision] = [model('Qwen/Qwen3-8B'), model('Qwen/Qwen3-VL-8B-Instruct')];
  const [plain, seeing] = [splitParameters(text), splitParameters(vision)];
  expect(seeing.lookup - plain.lookup).toBeCloseTo(0.576e9, -6);
  expect(seeing.activePerToken / plain.activePerToken).toBeCloseTo(1, 2);
});

test('where only the experts are quantised, everything else has two bytes', () => {
  const row = model('nvidia/MiniMax-M2.7-NVFP4');
  expect(bytesPerParameter('nvfp4', row)).toEqual({ fixed: 2, expert: 0.5625, lookup: 2 });
  expect(bytesPerParameter('nvfp4', model('nvidia/Qwen3-235B-A22B-NVFP4')).fixed).toBe(0.5625);
});
