import { constants as calibrated } from '../../../../lib/plan/performance/calibrated-constants';
import { sequenceBytes, sequenceCache } from '../../../../lib/plan/performance/kv-cache';
import type { ModelCopy } from '../../../../lib/plan/performance/model-copy';
import { predictorOf } from '../../../../lib/plan/performance/performance';
import type { PerformanceConstants } from '../../../../lib/plan/performance/performance-constants';
import { stepModel } from '../../../../lib/plan/performance/step-model';
import { accelerator, model } from '../../../helpers/sizing';

/** Costs that are not part of a roofline, all zero. */
const overheads = {
  activationPasses: 0,
  samplerPasses: 0,
  stepSynchronous: 0,
  stepAsynchronous: 0,
  layer: 0,
  layerFp4: 0,
  sequence: 0,
  mixedLayer: 0,
  mixedLayerBlackwell: 0,
  expertLayer: 0,
  expertLayerFp8: 0,
  expertLayerBlocks: 0,
  expertLayer16: 0,
  weightOnlyLayer: 0,
} as const;
const ideal: PerformanceConstants = {
  ...calibrated,
  ...overheads,
  weightBandwidth: 1,
  cacheBandwidth: 1,
  decodeFlops: 1,
  prefillFlops16: 1,
  nvlinkLatency: 0,
};

const qwen = model('Qwen/Qwen3-32B');
const h100 = accelerator('H100-80GB-SXM');
const bandwidth = h100.memoryBandwidthGBs * 1e9;
const flops = (h100.denseTflops.bf16 ?? 0) * 1e12;
const fixed = qwen.totalParams * 1e9 - qwen.vocab * qwen.hidden;
const copy: ModelCopy = { model: qwen, accelerator: h100, acceleratorShare: 1, tensorParallel: 1, dtype: 'bf16' };
const step = (constants: PerformanceConstants, overrides: Partial<ModelCopy> = {}) =>
  stepModel({ ...copy, ...overrides }, constants, 'asynchronous');

test('a step of one request reads the weights and its cache once', () => {
  const cache = sequenceBytes(sequenceCache(qwen, 1, 2), 1000);
  expect(step(ideal)(1, 0, 1000)).toBeCloseTo((fixed * 2 + cache) / bandwidth, 6);
});

test('a large batch is limited by arithmetic, not by the weights', () => {
  const seconds = step(ideal)(4096, 0, 0);
  expect(seconds).toBeCloseTo((2 * 4096 * fixed) / flops, 2);
  expect(seconds).toBeGreaterThan((2 * 4096 * fixed) / flops);
});

test('where reading and multiplying take the same time, neither hides the other completely: the 4-norm', () => {
  const balanced = (fixed * 2 * flops) / bandwidth / (2 * fixed);
  expect(step(ideal)(balanced, 0, 0) / ((fixed * 2) / bandwidth)).toBeCloseTo(2 ** 0.25, 6);
});

test('a group of GPUs divides weights and arithmetic, and pays two all-reduces a layer', () => {
  const noLink = { ...ideal, nvlinkBandwidth: Number.POSITIVE_INFINITY };
  expect(step(noLink, { tensorParallel: 4 })(1, 0, 0)).toBeCloseTo(step(ideal)(1, 0, 0) / 4, 9);
  const latency = step({ ...noLink, nvlinkLatency: 1e-3 }, { tensorParallel: 4 })(1, 0, 0);
  expect(latency - step(noLink, { tensorParallel: 4 })(1, 0, 0)).toBeCloseTo(2 * qwen.layers * 1e-3, 9);
});

test('only the last token of a prompt meets the output head, and attention grows with the square of the prompt', () => {
  const head = qwen.vocab * qwen.hidden;
  const prompt = 32_768;
  const attention = 4 * qwen.layers * qwen.heads * qwen.headDim;
  const operations = 2 * ((prompt + 1) * (fixed - head) + 2 * head) + (attention * prompt * prompt) / 2;
  expect(step(ideal)(1, prompt, 0) / (operations / flops)).toBeCloseTo(1, 4);
});

test('a prompt has one row in the product with the output head', () => {
  const head = qwen.vocab * qwen.hidden;
  const slow = { ...ideal, prefillFlops16: 1e-6 };
  const operations = 2 * (3 * (fixed - head) + 2 * head) + 2 * qwen.layers * qwen.heads * qwen.headDim * 4;
  expect((step(slow)(1, 2, 0) * flops * 1e-6) / operations).toBeCloseTo(1, 6);
});

test('a prompt passes its activations through memory in fewer passes than decoding tokens do', () => {
  const passes = { ...ideal, activationPasses: 1000 };
  const extra = (decoding: number, prompt: number) =>
    step(passes)(decoding, prompt, 0) - step(ideal)(decoding, prompt, 0);
  const elements = qwen.layers * (12 * qwen.hidden + 6 * (qwen.intermediate ?? 0));
  expect(extra(1, 0)).toBeCloseTo((2 * elements * 1000) / bandwidth, 9);
  expect(extra(1, 100)).toBeCloseTo(31 * extra(1, 0), 9);
});

test('a group of GPUs divides the inner activations, and every GPU has the hidden ones', () => {
  const passes = { ...ideal, activationPasses: 1000, nvlinkBandwidth: Number.POSITIVE_INFINITY };
  const none = { ...passes, activationPasses: 0 };
  const extra = step(passes, { tensorParallel: 4 })(1, 0, 0) - step(none, { tensorParallel: 4 })(1, 0, 0);
  const elements = qwen.layers * (12 * qwen.hidden + (6 * (qwen.intermediate ?? 0)) / 4);
  expect(extra).toBeCloseTo((2 * elements * 1000) / bandwidth, 9);
});

test('the sampler passes over the fp32 logits of every sequence', () => {
  const extra = step({ ...ideal, samplerPasses: 1000 })(3, 0, 0) - step(ideal)(3, 0, 0);
  expect(extra).toBeCloseTo((3 * qwen.vocab * 4 * 1000) / bandwidth, 9);
});

test('launches cost the same at every batch, and a sequence of the batch its share', () => {
  const costs = { ...ideal, stepAsynchronous: 1, layer: 0.01, sequence: 0.001 };
  const extra = (batch: number) => step(costs)(batch, 0, 0) - step(ideal)(batch, 0, 0);
  expect(extra(1)).toBeCloseTo(1 + 0.01 * qwen.layers + 0.001, 9);
  expect(extra(100)).toBeCloseTo(1 + 0.01 * qwen.layers + 0.1, 9);
});

test('a step whose scheduler is unknown is synchronous in one of four', () => {
  const costs = { ...ideal, stepSynchronous: 1, stepAsynchronous: 0 };
  const seconds = (scheduler?: 'synchronous' | 'asynchronous') => stepModel(copy, costs, scheduler)(1, 0, 0);
  expect(seconds() - seconds('asynchronous')).toBeCloseTo(0.25, 9);
  expect(seconds('synchronous') - seconds('asynchronous')).toBeCloseTo(1, 9);
});

test('a step with a prompt costs more per layer, and much more on Blackwell with a synchronous scheduler', () => {
  const costs = { ...ideal, mixedLayer: 1, mixedLayerBlackwell: 100 };
  const extra = (device: string, scheduler: 'synchronous' | 'asynchronous') => {
    const on = { ...copy, accelerator: accelerator(device) };
    return (stepModel(on, costs, scheduler)(1, 100, 0) - stepModel(on, ideal, scheduler)(1, 100, 0)) / qwen.layers;
  };
  expect(extra('H100-80GB-SXM', 'synchronous')).toBeCloseTo(1, 9);
  expect(extra('B200', 'asynchronous')).toBeCloseTo(1, 9);
  expect(extra('B200', 'synchronous')).toBeCloseTo(100, 9);
  expect(extra('RTX-PRO-6000-BSE', 'synchronous')).toBeCloseTo(1, 9);
});

test('experts are read as far as the tokens of the batch route to them', () => {
  const moe = model('Qwen/Qwen3-30B-A3B');
  const routed = { ...ideal, expertBandwidth16: 1, routingExponent: 1 };
  const seconds = step(routed, { model: moe });
  const { experts = 0, topK = 0, intermediate = 0 } = moe.moe ?? {};
  const one = (2 * 3 * moe.hidden * intermediate * moe.layers) / bandwidth;
  // One token reads its top k; the second token reads others, less those that both chose.
  expect((seconds(2, 0, 0) - seconds(1, 0, 0)) / one).toBeCloseTo(topK * (1 - topK / experts), 1);
});

test('a few tokens pad the matrix product of every expert they reach to a tile', () => {
  const moe = model('Qwen/Qwen3-30B-A3B');
  const slow = { ...ideal, decodeFlops: 1e-6, expertBandwidth16: 1 };
  const { experts = 0, topK = 0, intermediate = 0 } = moe.moe ?? {};
  const oneExpert = (2 * moe.layers * 3 * moe.hidden * intermediate) / flops;
  const dense = moe.totalParams * 1e9 - experts * moe.layers * 3 * moe.hidden * intermediate - moe.vocab * moe.hidden;
  const padded = (step(slow, { model: moe })(1, 0, 0) - (2 * dense) / (flops * 1e-6)) * 1e-6;
  expect(padded / oneExpert / (16 * topK)).toBeCloseTo(1, 3);
});

describe('a prediction', () => {
  const predict = predictorOf(copy);
  const load = { concurrency: 8, inputTokens: 1000, outputTokens: 100 };

  test('keeps Little’s law: requests in flight are the rate times the time one stays', () => {
    const { requestsPerSecond, timeToFirstTokenMs, timePerOutputTokenMs, tokensPerSecond } = predict(load);
    expect((requestsPerSecond * (timeToFirstTokenMs + 99 * timePerOutputTokenMs)) / 1000).toBeCloseTo(8, 9);
    expect(tokensPerSecond).toBeCloseTo(100 * requestsPerSecond, 9);
  });

  test('of one request has a step per token, and of a prompt processed elsewhere too', () => {
    const alone = stepModel(copy, calibrated, undefined)(1, 0, 1050) * 1000;
    expect(predict({ ...load, concurrency: 1 }).timePerOutputTokenMs).toBeCloseTo(alone, 6);
    const elsewhere = predictorOf(copy, { promptsElsewhere: true })(load).timePerOutputTokenMs;
    expect(elsewhere).toBeCloseTo(stepModel(copy, calibrated, undefined)(8, 0, 1050) * 1000, 9);
    expect(predict(load).timePerOutputTokenMs).toBeGreaterThan(elsewhere);
  });

  test('waits longer for clients in lockstep than for independent ones, and hardly for cached prompts', () => {
    const first = (conditions: Parameters<typeof predictorOf>[1]) =>
      predictorOf(copy, conditions)(load).timeToFirstTokenMs;
    expect(first({ arrivals: 'lockstep' })).toBeGreaterThan(first({ arrivals: 'independent' }));
    expect(first({ promptsCached: true })).toBeLessThan(first({ promptsCached: false }) / 2);
    expect(first({})).toBeLessThan(first({ promptsCached: false }));
  });

  test('of independent requests without overhead has its first token after the step of its prompt', () => {
    const constants = { ...calibrated, requestAsynchronous: 0, promptsIndependent: 1, burst: 0 };
    const conditions = { constants, arrivals: 'independent', promptsCached: false, scheduler: 'asynchronous' } as const;
    const seconds = stepModel(copy, constants, 'asynchronous')(8, 1000, 1050);
    expect(predictorOf(copy, conditions)(load).timeToFirstTokenMs).toBeCloseTo(seconds * 1000, 9);
  });

  test('does not count requests that process their prompt among those that decode', () => {
    const constants = { ...calibrated, sequence: 0.01 };
    const steps = stepModel(copy, constants, undefined);
    const [alone, withPrompt] = [steps(8, 0, 1050), steps(8, 900, 1050)];
    // The positive root when all eight decode all the time.
    const half = (100 * alone + 7 * (withPrompt - alone) - withPrompt) / 2;
    const all = (half + Math.sqrt(half * half + 100 * alone * withPrompt)) / 100;
    const found = predictorOf(copy, { constants })(load).timePerOutputTokenMs / 1000;
    expect(found).toBeLessThan(0.99 * all);
    expect(found).toBeGreaterThan(steps(7, 0, 1050));
  });
});
