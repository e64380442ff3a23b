import fc from 'fast-check';
import type { ModelCopy } from '../../../../lib/plan/performance/model-copy';
import { predictorOf } from '../../../../lib/plan/performance/performance';
import type { SizeRequest } from '../../../../lib/plan/sizing';
import { concurrencyOf, largest, ledgerFor, mostWithin } from '../../../../lib/plan/sizing/copy-concurrency';
import { accelerator, model, sizeRequest } from '../../../helpers/sizing';

function copyOn(device: string, id = 'Qwen/Qwen3-8B', overrides: Partial<ModelCopy> = {}): ModelCopy {
  const shape = model(id);
  return {
    model: shape,
    accelerator: accelerator(device),
    acceleratorShare: 1,
    tensorParallel: 1,
    dtype: 'bf16',
    ...overrides,
  };
}

const traffic = { peakConcurrency: 64, inputTokens: 1500, outputTokens: 300, maxTokens: 4096 };

test('the search finds the last number that passes, with one known to pass', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (limit, last) => {
      expect(largest(limit, (candidate) => candidate <= last)).toBe(Math.min(limit, last));
    }),
  );
});

test('a time that rises and falls again counts up to the first number that misses the SLO', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 256 }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 400 }),
      (limit, peak, allowed) => {
        const time = (requests: number): number => 300 - Math.abs(requests - peak) * (requests < peak ? 1 : 0.5);
        fc.pre(time(1) <= allowed);
        const passes = (requests: number): boolean => time(requests) <= allowed;
        const all = Array.from({ length: limit }, (_, index) => index + 1);
        const broken = all.find((requests) => !passes(requests));
        expect(mostWithin(limit, passes, time)).toBe(broken === undefined ? limit : broken - 1);
      },
    ),
  );
});

const outcomes: readonly (readonly [string, Partial<SizeRequest>, ModelCopy, string])[] = [
  ['a format without arithmetic', {}, copyOn('T4'), 'support'],
  ['weights larger than the device', {}, copyOn('A10G', 'Qwen/Qwen3-32B'), 'weights'],
  [
    'a request larger than the rest of the memory',
    { traffic: { ...traffic, maxTokens: 40_000 } },
    copyOn('A10G', 'Qwen/Qwen3-8B'),
    'context',
  ],
  ['an SLO that no hardware meets', { slo: { timePerOutputTokenMs: 0.1 } }, copyOn('B200'), 'slo'],
];

test.each(outcomes)('%s: no request is served, with the reason', (_, overrides, copy, expected) => {
  const { concurrency, limitedBy, limit } = concurrencyOf(sizeRequest({ traffic, ...overrides }), copy);
  expect([concurrency, limitedBy]).toEqual([0, expected]);
  expect(limit.length).toBeGreaterThan(20);
});

test('a copy serves as many requests as the cache holds, and one more does not fit', () => {
  const request = sizeRequest({ traffic });
  const copy = copyOn('A10G', 'Qwen/Qwen3-8B');
  const { concurrency, held, limitedBy } = concurrencyOf(request, copy);
  expect([limitedBy, held]).toEqual(['memory', concurrency]);
  expect(ledgerFor(request, copy, concurrency).requests).toBeGreaterThanOrEqual(concurrency);
  expect(ledgerFor(request, copy, concurrency + 1).requests).toBeLessThan(concurrency + 1);
});

test('an SLO lowers the requests a copy serves, not those it holds, and one more misses it', () => {
  const copy = copyOn('H100-80GB-SXM');
  const free = concurrencyOf(sizeRequest({ traffic }), copy);
  const at = (concurrency: number): number => predictorOf(copy)({ ...traffic, concurrency }).timePerOutputTokenMs;
  const allowed = (at(20) + at(21)) / 2;
  const bound = concurrencyOf(sizeRequest({ traffic, slo: { timePerOutputTokenMs: allowed } }), copy);
  expect(bound).toMatchObject({ concurrency: 20, held: free.held, limitedBy: 'slo' });
  expect(bound.limit).toMatch(/^at 21 requests a token takes [\d.]+ ms, more than the [\d.]+ ms allowed$/);
});

test('a small model on a large device stops at the largest batch measured', () => {
  const found = concurrencyOf(sizeRequest({ traffic }), copyOn('B200', 'Qwen/Qwen3-0.6B'));
  expect(found).toMatchObject({ concurrency: 256, limitedBy: 'batch' });
});
