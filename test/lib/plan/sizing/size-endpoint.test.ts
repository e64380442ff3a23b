import { weightBytes } from '../../../../lib/plan/performance/memory';
import { predictorOf } from '../../../../lib/plan/performance/performance';
import { concurrencyOf, ledgerFor } from '../../../../lib/plan/sizing/copy-concurrency';
import { byCost } from '../../../../lib/plan/sizing/offer-evaluation';
import { offer } from '../../../helpers/catalog';
import { accelerator, model, refused, sized, sizeRequest } from '../../../helpers/sizing';

const traffic = { peakConcurrency: 400, inputTokens: 1500, outputTokens: 300, maxTokens: 8192 };
const pinned = { instanceType: 'ml.g6e.12xlarge', tensorParallel: 4 };

test('a size has the weights of the whole copy and the throughput of all replicas', () => {
  const { value } = sized(sizeRequest({ traffic, pinned }));
  const copy = {
    model: model('Qwen/Qwen3-32B'),
    accelerator: accelerator('L40S'),
    acceleratorShare: 1,
    tensorParallel: 4,
    dtype: 'bf16',
  } as const;
  expect(value.replicas).toBeGreaterThan(1);
  expect(value.weightsGiB).toBeCloseTo((4 * weightBytes(copy)) / 2 ** 30, 1);
  const concurrency = Math.ceil(traffic.peakConcurrency / value.replicas);
  const { tokensPerSecond } = predictorOf(copy)({ ...traffic, concurrency });
  expect(value.figures.tokensPerSecond).toBeCloseTo(value.replicas * tokensPerSecond, 1);
});

test('at the same cost fewer instances come first, then the name decides', () => {
  const at = (instanceType: string, replicas: number) => ({ offer: offer({ instanceType }), replicas, usdPerHour: 10 });
  expect(byCost(at('ml.z', 1), at('ml.a', 2))).toBeLessThan(0);
  expect(byCost(at('ml.z', 1), at('ml.a', 1))).toBeGreaterThan(0);
  expect(byCost({ ...at('ml.z', 1), usdPerHour: undefined }, at('ml.a', 9))).toBeGreaterThan(0);
});

test('a limit that is proposed has two digits and is not below the best time', () => {
  const [issue] = refused(sizeRequest({ traffic, slo: { timePerOutputTokenMs: 0.5 } }));
  const [, proposed] = /at least ([\d.]+)/.exec(issue?.expected ?? '') ?? [];
  const [, best] = /at best ([\d.]+) ms/.exec(issue?.message ?? '') ?? [];
  expect(Number(Number(proposed).toPrecision(2))).toBe(Number(proposed));
  expect(Number(proposed)).toBeGreaterThanOrEqual(Number(best) - 0.05);
  expect(Number(proposed)).toBeLessThan(Number(best) * 1.1 + 0.05);
});

test('a cache of less than 1,024 tokens is the fault of the weights, a larger one that of the context', () => {
  const request = sizeRequest({ model: model('Qwen/Qwen3-8B'), traffic: { ...traffic, maxTokens: 40_000 } });
  const copy = {
    model: request.model,
    accelerator: accelerator('A10G'),
    acceleratorShare: 1,
    tensorParallel: 1,
    dtype: 'bf16',
  } as const;
  const { usable, kvCache, kvCachePerToken } = ledgerFor(request, copy, 1);
  const withCacheOf = (tokens: number) => {
    const usableMiB = copy.accelerator.usableMiB * (1 - (kvCache - tokens * kvCachePerToken) / usable);
    return concurrencyOf(request, { ...copy, accelerator: { ...copy.accelerator, usableMiB } }).limitedBy;
  };
  expect([withCacheOf(900), withCacheOf(1100)]).toEqual(['weights', 'context']);
});
