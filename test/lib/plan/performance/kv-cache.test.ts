import { sequenceBytes, sequenceCache } from '../../../../lib/plan/performance/kv-cache';
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
  expect(cache).toEqual({
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
