import { capacityPlan, targetConcurrency } from '../../../../lib/plan/aws/capacity';
import type { Tier } from '../../../../lib/platform';
import { endpoint } from '../../../helpers/platform';
import { sizedEndpoint } from '../../../helpers/sized-endpoint';

test.each<readonly [Tier, number, number, number, number]>([
  // Tier, GPUs of an instance, copies that run, copies for the peak, most instances.
  ['development', 1, 1, 6, 1],
  ['staging', 1, 1, 1, 2],
  ['staging', 1, 1, 6, 6],
  ['production', 1, 3, 3, 6],
  ['production', 7, 3, 3, 6],
  ['production', 8, 3, 3, 4],
  ['production', 8, 1, 5, 5],
])('%s on instances of %d GPUs with %d of %d copies scales to %d', (tier, gpus, running, peak, most) => {
  const sized = sizedEndpoint({ size: { acceleratorCount: gpus }, replicas: running, peakReplicas: peak });
  expect(capacityPlan(endpoint(), tier, sized).value).toEqual({
    kind: 'instances',
    minInstances: running,
    maxInstances: most,
  });
});

test.each([
  [8, 1, 2048, 209_715, 1],
  [8, 2, 2048, 419_430, 2],
  [8, 3, 2048, 838_860, 3],
  [1, 1, 256, 209_715, 1],
] as const)('of %d GPUs a copy on %d with %d GiB of memory reserves %d MiB', (gpus, split, memoryGiB, mib, perCopy) => {
  const sized = sizedEndpoint({
    size: { acceleratorCount: gpus, tensorParallel: split },
    offer: { memoryGiB },
    replicas: 3,
  });
  expect(capacityPlan(endpoint({ whenIdle: 'scale-to-zero' }), 'staging', sized).value).toEqual({
    kind: 'copies',
    minCopies: 0,
    maxCopies: 3,
    acceleratorsPerCopy: perCopy,
    minMemoryMiB: mib,
  });
});

test.each([
  // Requests in flight of a copy, at the peak, copies; 0.7 of ten is seven.
  [10, 8, 2, 7, 'capacity.headroom'],
  [10, 14, 2, 7, 'capacity.headroom'],
  [10, 15, 2, 8, 'capacity.planned-peak'],
  [1, 1, 1, 1, 'capacity.headroom'],
] as const)(
  'with %d requests of a copy and %d at the peak of %d copies scaling aims at %d',
  (each, peak, replicas, target, rule) => {
    const sized = sizedEndpoint({ concurrencyPerCopy: each, peakConcurrency: peak, size: { replicas } });
    const decision = targetConcurrency(sized);
    expect([decision.value, decision.because[0]?.rule]).toEqual([target, rule]);
  },
);
