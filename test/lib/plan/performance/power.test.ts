import type { ModelCopy } from '../../../../lib/plan/performance/model-copy';
import { gramsCo2ePer1kTokens, powerOf } from '../../../../lib/plan/performance/power';
import { accelerator, model } from '../../../helpers/sizing';

/** A dense model of a billion parameters without embeddings worth counting, so that the use of a device is easy to state. */
const plain = {
  ...model('Qwen/Qwen3-8B'),
  totalParams: 1,
  vocab: 0,
  encoderOnly: true,
  tiedEmbeddings: true,
};
/** Watts, 1,000 GB/s, 100 TFLOPS: a step of a second reads 0.2 % and multiplies 0.002 % per request. */
const device = {
  ...accelerator('H100-80GB-SXM'),
  tdpWatts: 1000,
  memoryBandwidthGBs: 1000,
  denseTflops: { bf16: 100, fp16: 100 },
};
const copy: ModelCopy = { model: plain, accelerator: device, acceleratorShare: 1, tensorParallel: 1, dtype: 'bf16' };
const load = { concurrency: 1, inputTokens: 0, outputTokens: 0 };
const watts = (overrides: Partial<ModelCopy>, seconds: number, concurrency = 1) =>
  powerOf({ ...copy, ...overrides }, { ...load, concurrency }, seconds)?.watts;

test('power is idle, plus the bandwidth used, plus the square root of the arithmetic used', () => {
  // In 0.02 s: 2 GB of 20 GB, and 2 x 1e9 x 100 of 2e12 operations, a tenth of each.
  expect(watts({}, 0.02, 100)).toBeCloseTo(1000 * (0.5 + 0.12 * 0.1 + 0.8 * Math.sqrt(0.1)), 6);
  // A hundredth of the arithmetic needs a tenth of its power.
  expect(watts({}, 0.02, 1)).toBeCloseTo(1000 * (0.5 + 0.12 * 0.1 + 0.8 * Math.sqrt(0.001)), 6);
});

test('power never exceeds the rated power, and never falls below that of an idle device', () => {
  expect(watts({}, 1e-6, 100)).toBe(1000);
  expect(watts({ accelerator: { ...device, id: 'B200' } }, 1e6)).toBeCloseTo(200, 0);
  // All arithmetic and no bandwidth: more requests do not exceed the peak.
  expect(watts({}, 2e-3, 1000)).toBe(watts({}, 2e-3, 100_000));
});

test('all GPUs of a copy count, a fraction of one by its share, and a device without a rated power has none', () => {
  const one = watts({}, 1) ?? 0;
  expect(watts({ tensorParallel: 4 }, 1)).toBeGreaterThan(3.9 * one);
  expect(watts({ acceleratorShare: 0.5 }, 1)).toBeCloseTo(0.5 * one, -1);
  const { tdpWatts, ...unrated } = device;
  expect([tdpWatts, watts({ accelerator: unrated }, 1)]).toEqual([1000, undefined]);
});

test('H100 and B200 were measured; another device uses the pooled row', () => {
  const on = (id: string) => powerOf({ ...copy, accelerator: { ...device, id } }, load, 1e6);
  expect([on('H100-80GB-SXM'), on('B200'), on('L40S')].map((power) => power?.evidence)).toEqual([
    'measured',
    'measured',
    'extrapolated',
  ]);
  expect(on('L40S')?.watts).toBeCloseTo(330, 0);
});

test('a step reads the cache of every request, half of its answer in the mean', () => {
  const cached = { ...plain, encoderOnly: false };
  const perToken = 2 * plain.kvHeads * plain.headDim * 2 * plain.layers;
  const read = (tensorParallel: number) => {
    const with1000 = powerOf({ ...copy, model: cached, tensorParallel }, { ...load, outputTokens: 1000 }, 1);
    const without = powerOf({ ...copy, model: cached, tensorParallel }, load, 1);
    return (((with1000?.watts ?? 0) - (without?.watts ?? 0)) / 1000 / 0.12) * 1e12;
  };
  expect(read(1) / (500 * perToken)).toBeCloseTo(1, 6);
  expect(read(4) / (500 * perToken)).toBeCloseTo(1, 6);
});

test('a step reads the experts that its requests route to', () => {
  const moe = { experts: 100, topK: 10, intermediate: 1000, layers: 1 };
  const sparse = { ...plain, hidden: 100, moe };
  // 30 of the 1,000 million parameters are experts; one request of 10 touches a tenth, many touch all.
  const read = (concurrency: number) =>
    ((watts({ model: sparse }, 1, concurrency) ?? 0) / 1000 -
      0.45 -
      1.13 * Math.sqrt((2 * concurrency * 0.973e9) / 1e14)) /
    0.29;
  expect(read(1) * 1e12).toBeCloseTo(2 * (0.97e9 + 0.003e9), -3);
  expect(read(1000) * 1e12).toBeCloseTo(2 * 1e9, -3);
});

test('carbon follows the grid and the facility of the region, and the fleet where the facility publishes nothing', () => {
  const fact = { source: 'a table', asOf: '2026-01-01', method: 'average' } as const;
  const grid = { cloud: 'aws', region: 'eu-central-1', gramsCo2ePerKwh: 360, ...fact } as const;
  const place = { cloud: 'aws', region: 'eu-central-1' } as const;
  // 10 J a token: 10 kJ for 1,000 tokens, a 360th of a kWh.
  expect(gramsCo2ePer1kTokens(10, place, [{ ...grid, pue: 1.5 }])).toBeCloseTo(1.5, 9);
  expect(gramsCo2ePer1kTokens(10, place, [grid])).toBeCloseTo(1.15, 9);
  expect(gramsCo2ePer1kTokens(10, { ...place, cloud: 'azure' }, [{ ...grid, cloud: 'azure' }])).toBeCloseTo(1.17, 9);
  expect(gramsCo2ePer1kTokens(10, { ...place, region: 'us-east-1' }, [grid])).toBeUndefined();
});
