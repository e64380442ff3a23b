import { catalog } from '../../../../lib/catalog';
import type { Estimate } from '../../../../lib/plan/estimate/estimate';
import { estimate } from '../../../../lib/plan/estimate/estimate';
import type { EstimateRequest } from '../../../../lib/plan/estimate/request';
import { cheapestSplit } from '../../../../lib/plan/estimate/splits';

const request: EstimateRequest = {
  model: 'Qwen/Qwen3-32B',
  instance: 'ml.g6e.12xlarge',
  concurrency: 16,
  inputTokens: 1500,
  outputTokens: 300,
};

function answer(overrides: Partial<EstimateRequest> = {}): Estimate {
  const result = estimate({ ...request, ...overrides }, catalog);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function issues(overrides: Partial<EstimateRequest>) {
  const result = estimate({ ...request, ...overrides }, catalog);
  return result.issues.map(({ code, path }) => `${code} ${path}`);
}

test.each([
  [
    'a bf16 model on a T4',
    { model: 'Qwen/Qwen3-4B', instance: 'ml.g4dn.xlarge', dtype: 'bf16' },
    'DtypeUnsupported dtype',
  ],
  ['nvfp4 on an A10G', { instance: 'ml.g5.12xlarge', dtype: 'nvfp4' }, 'DtypeUnsupported dtype'],
  [
    'a model published in nvfp4 on an A10G',
    { model: 'nvidia/Llama-3.3-70B-Instruct-FP4', instance: 'g5.12xlarge' },
    'DtypeUnsupported dtype',
  ],
  ['a split that does not divide the heads', { tensorParallel: 3 }, 'TensorParallelIllegal tensorParallel'],
  ['more GPUs than the instance has', { tensorParallel: 8 }, 'TensorParallelIllegal tensorParallel'],
  ['a request beyond the context', { inputTokens: 40_900, outputTokens: 100 }, 'ContextTooLong inputTokens'],
  [
    'a region that does not offer the size',
    { instance: 'Standard_ND96isr_H200_v5', region: 'eastus' },
    'RegionWithoutInstance region',
  ],
  ['an embedding model', { model: 'BAAI/bge-m3', inputTokens: 100 }, 'NotTextGeneration model'],
  [
    'fp8 on a T4 with SGLang',
    { model: 'Qwen/Qwen3-8B-FP8', instance: 'ml.g4dn.xlarge', engine: 'sglang' },
    'DtypeUnsupported dtype',
  ],
  ['an unknown engine', { engine: 'lmdeploy' }, 'UnknownEngine engine'],
  ['an unknown version', { engineVersion: '0.1' }, 'UnknownEngineVersion engineVersion'],
  ['more memory than there is', { utilization: 90 }, 'NotPositive utilization'],
  ['a Neuron device', { instance: 'ml.inf2.xlarge' }, 'DeviceUnsupported instance'],
] as const)('fails on %s', (_, overrides, expected) => {
  expect(issues(overrides)).toEqual([expected]);
});

test.each([
  ['Qwen/Qwen3-32B', 'ml.g5.12xlarge', /^pass bf16, or choose/],
  ['meta-llama/Llama-3.1-70B-Instruct', 'ml.g5.12xlarge', /^pass int4, with weights quantised to it, or choose/],
  [
    'deepseek-ai/DeepSeek-V3',
    'ml.g5.xlarge',
    /^choose an instance .*: this one has too little memory for the model in any format/,
  ],
])('%s in nvfp4 on %s: the format to pass fits', (model, instance, fix) => {
  const refused = estimate({ ...request, model, instance, dtype: 'nvfp4' }, catalog);
  expect(refused.issues.map(({ code }) => code)).toEqual(['DtypeUnsupported']);
  expect(refused.issues[0]?.fix).toMatch(fix);
  const [, dtype] = /^pass (\w+)/.exec(refused.issues[0]?.fix ?? '') ?? [];
  if (dtype !== undefined) expect(answer({ model, instance, dtype }).fits).toBe(true);
});

test('a model served per token is distinguished from an unknown model', () => {
  const fix = (model: string) => estimate({ ...request, model }, catalog).issues[0]?.fix;
  expect(fix('gpt-4.1')).toBe('gpt-4.1 is served per token: name it in compareWith of an endpoint and plan');
  expect(fix('Qwen3-32B')).toBe("did you mean 'Qwen/Qwen3-32B'?");
});

test('less than one token is no prompt and no answer', () => {
  expect(issues({ inputTokens: 0.5, outputTokens: 1e-9 })).toEqual([
    'NotPositive inputTokens',
    'NotPositive outputTokens',
  ]);
  expect(issues({ inputTokens: 556.7 })).toEqual([]);
});

test('a copy is split as it serves most, an instance costing the same with every split, or as requested', () => {
  expect(answer().tensorParallel).toBe(4);
  expect(answer({ tensorParallel: 2 }).tensorParallel).toBe(2);
  expect(answer({ instance: 'ml.g5.12xlarge' }).tensorParallel).toBe(4);
  expect(answer({ instance: 'ml.g5.2xlarge' })).toMatchObject({ fits: false, tensorParallel: 1 });
});

test('the ledger adds up, and cache tokens follow from it', () => {
  const { memory, kvTokens, kvBytesPerToken } = answer();
  const { weightsGiB, activationGiB, cudaGraphsGiB, overheadGiB, kvCacheGiB } = memory;
  expect(weightsGiB + activationGiB + cudaGraphsGiB + overheadGiB + kvCacheGiB).toBeCloseTo(memory.usableGiB, 3);
  expect((kvTokens * kvBytesPerToken) / 2 ** 30).toBeCloseTo(kvCacheGiB, 3);
});

test('money, energy and throughput agree with each other', () => {
  const found = answer();
  const { usdPerHour = 0, tokensPerSecond = 0, watts = 0, joulesPerToken = 0 } = found;
  expect(found.usdPerMillionTokens).toBeCloseTo((usdPerHour / 3600 / tokensPerSecond) * 1e6, 2);
  expect(joulesPerToken).toBeCloseTo(watts / tokensPerSecond, 3);
  const { timeMs } = { timeMs: (found.ttftMs ?? 0) + 299 * (found.tpotMs ?? 0) };
  expect(found.requestsPerSecond).toBeCloseTo((16 * 1000) / timeMs, 2);
});

test('a region changes price and carbon, not speed; a region without a carbon row has no figure', () => {
  const [there, here] = [answer({ region: 'eu-north-1' }), answer()];
  expect(there.tpotMs).toBe(here.tpotMs);
  expect(there.usdPerHour).toBeGreaterThan(here.usdPerHour ?? 0);
  expect(there.gco2ePer1kTokens).toBeLessThan(here.gco2ePer1kTokens ?? 0);
  const unknown = answer({ model: 'Qwen/Qwen3-8B', instance: 'Standard_NC24ads_A100_v4', region: 'canadacentral' });
  expect(unknown.watts).toBeGreaterThan(0);
  expect(unknown.gco2ePer1kTokens).toBeUndefined();
});

test('requests that the cache does not hold wait', () => {
  expect(answer({ concurrency: 4, inputTokens: 8000, tensorParallel: 2 })).toMatchObject({
    runningRequests: 4,
    queueMs: 0,
  });
  const {
    runningRequests = 0,
    requestsPerSecond = 0,
    queueMs,
  } = answer({ concurrency: 64, inputTokens: 8000, tensorParallel: 2 });
  expect(runningRequests).toBeLessThan(8);
  expect(queueMs).toBeCloseTo(((64 - runningRequests) / requestsPerSecond) * 1000, -4);
});

test('fails to fit with the limit and the changes that make it fit, smallest first', () => {
  const { limit, nearest, tpotMs } = answer({ tensorParallel: 1 });
  expect(tpotMs).toBeUndefined();
  expect(limit).toMatch(/needs 65\.\d GiB on one GPU .* one request of 1800 tokens\), and 39\.7 GiB is usable/);
  expect(nearest?.[0]).toBe('tensor parallel 2 on the same instance');
});

test('adapters use memory of the cache, and are named when they make a model too large', () => {
  const without = answer({ tensorParallel: 4 });
  const with8 = answer({ loraAdapters: 8, loraRank: 64, tensorParallel: 4 });
  expect(without.memory.adaptersGiB).toBe(0);
  expect(with8.memory.adaptersGiB).toBeGreaterThan(0);
  expect(with8.kvTokens).toBeLessThan(without.kvTokens);
  const crowded = answer({ loraAdapters: 64, loraRank: 128, tensorParallel: 2 });
  expect(crowded.fits).toBe(false);
  expect(crowded.limit).toContain('adapters');
});

test.each([
  ['a rank without a kernel', { loraAdapters: 1, loraRank: 24 }, 'LoraRankUnsupported loraRank'],
  ['half an adapter', { loraAdapters: 0.5 }, 'NotPositive loraAdapters'],
  ['an SLO of zero', { sloTpot: 0 }, 'NotPositive sloTpot'],
] as const)('refuses %s', (_, overrides, expected) => {
  expect(issues(overrides)).toEqual([expected]);
});

test('reports how many requests a copy serves, and fewer under an SLO, down to none', () => {
  const { capacity } = answer();
  const tight = answer({ sloTpot: Math.ceil((answer({ concurrency: 8 }).tpotMs ?? 0) * 1.1) }).capacity;
  const hopeless = answer({ sloTpot: 1 }).capacity;
  expect(tight?.concurrency).toBeGreaterThan(0);
  expect(tight?.concurrency).toBeLessThan(capacity?.concurrency ?? 0);
  expect(tight?.limit).toMatch(/a token takes/);
  expect(hopeless).toMatchObject({ concurrency: 0, requestsPerSecond: 0 });
});

test('every mistake is reported at once, and a split of 0 also where the model is unknown', () => {
  expect(issues({ model: 'Qwen3-32B', instance: 'ml.g6e.12xlrge', dtype: 'fp7', tensorParallel: 0 })).toEqual([
    'UnknownModel model',
    'UnknownInstance instance',
    'UnknownDtype dtype',
    'TensorParallelIllegal tensorParallel',
  ]);
});

test('fp4 means the four-bit format of the model, and NVFP4 for any other', () => {
  const on = { instance: 'ml.p6-b200.48xlarge', dtype: 'fp4' };
  expect(answer({ ...on, model: 'openai/gpt-oss-20b' }).dtype).toBe('mxfp4');
  expect(answer({ ...on, model: 'Qwen/Qwen3-8B' }).dtype).toBe('nvfp4');
});

test('a shorter prompt that is proposed is the longest that fits', () => {
  const on = { model: 'Qwen/Qwen3-8B', instance: 'ml.g5.2xlarge', inputTokens: 40_000 };
  const [, most] = /prompts of at most (\d+) tokens/.exec(answer(on).nearest?.join() ?? '') ?? [];
  const fits = [Number(most), Number(most) + 1].map((inputTokens) => answer({ ...on, inputTokens }).fits);
  expect(fits).toEqual([true, false]);
});

test('another instance that is proposed is one of the region, at its price there', () => {
  const region = 'eu-central-1';
  const nearest = answer({ instance: 'ml.g5.2xlarge', region }).nearest ?? [];
  const [, type, price] = /^(ml\.\S+) .*\(\$([\d.]+) an hour/.exec(nearest.at(-1) ?? '') ?? [];
  const offer = catalog.instances.find((row) => row.instanceType === type && row.region === region);
  expect(offer?.usdPerHour?.toFixed(2)).toBe(price);
});

test('an estimate for another engine says that the figures are those of vLLM', () => {
  const other = answer({ engine: 'sglang' });
  expect(other).toMatchObject({ engine: 'sglang', engineVersion: '0.5.17', evidence: 'unknown' });
  expect(other.evidenceReason).toMatch(/no run of sglang is in the calibration: the figures are those of vLLM/);
  expect(other.errorPercent).toBeGreaterThanOrEqual(40);
  expect(other.tpotMs).toBe(answer().tpotMs);
});

test('experts spread over GPUs are said to be unmeasured, with a wider band', () => {
  const moe = { model: 'Qwen/Qwen3-30B-A3B-FP8', instance: 'ml.p5.48xlarge', tensorParallel: 2 };
  const [cut, spread] = [answer(moe), answer({ ...moe, expertParallel: true })];
  expect(spread).toMatchObject({ expertParallel: true, tpotMs: cut.tpotMs });
  expect(spread.errorPercent).toBeGreaterThan(cut.errorPercent);
  expect(spread.evidenceReason).toMatch(/no run with experts spread over the GPUs/);
  expect(answer({ expertParallel: true }).expertParallel).toBe(false);
});

describe('splits of an instance', () => {
  const load = { concurrency: 32, inputTokens: 1500, outputTokens: 300 };

  test('the chosen one is the cheapest that serves the load, and the others are listed with their price', () => {
    const { splits, tensorParallel, usdPerMillionTokens } = answer(load);
    expect(splits.map((split) => [split.tensorParallel, split.fits])).toEqual([
      [1, false],
      [2, true],
      [4, true],
    ]);
    expect(tensorParallel).toBe(4);
    const prices = splits.flatMap((split) => split.usdPerMillionTokens ?? []);
    expect(usdPerMillionTokens).toBe(Math.min(...prices));
    expect(prices[0]).toBeGreaterThan(prices[1] ?? 0);
    // A requested split lists the others too.
    expect(answer({ ...load, tensorParallel: 2 }).splits).toEqual(splits);
  });

  test('one that meets the objective precedes a cheaper one that does not', () => {
    const figures = (tensorParallel: number, timePerTokenMs: number, tokensPerSecond: number) => ({
      tensorParallel,
      fits: true,
      carriesLoad: true,
      firstTokenMs: 100,
      timePerTokenMs,
      tokensPerSecond,
    });
    const [slow, fast] = [figures(2, 50, 900), figures(4, 20, 800)];
    expect(cheapestSplit([slow, fast], {})).toBe(2);
    expect(cheapestSplit([slow, fast], { timePerOutputTokenMs: 30 })).toBe(4);
    expect(cheapestSplit([{ ...slow, carriesLoad: false }, fast], {})).toBe(4);
    expect(cheapestSplit([{ tensorParallel: 1, fits: false, carriesLoad: false }], {})).toBeUndefined();
    expect(cheapestSplit([slow, { ...slow, tensorParallel: 4 }], {})).toBe(2);
  });
});

test.each([
  ['Standard_NC40ads_H100_v5', 'eastus'],
  ['Standard_ND96isr_H200_v5', 'eastus2'],
  ['ml.g6e.12xlarge', 'us-east-1'],
])('without a region %s is priced in %s: the default, or the cheapest that offers it', (instance, region) => {
  const found = answer({ model: 'Qwen/Qwen3-8B', instance });
  expect(found.region).toBe(region);
  const offered = catalog.instances.filter((row) => row.instanceType === instance);
  if (region === 'eastus2') {
    expect(found.usdPerHour).toBe(Math.min(...offered.map(({ usdPerHour = Number.POSITIVE_INFINITY }) => usdPerHour)));
  }
});
