import type { AwsCapacityPlan } from '../../../../lib/plan';
import { rollout } from '../../../../lib/plan/aws/rollout';

const instances = (minInstances: number, maxInstances: number): AwsCapacityPlan => ({
  kind: 'instances',
  minInstances,
  maxInstances,
});
const copies: AwsCapacityPlan = {
  kind: 'copies',
  minCopies: 0,
  maxCopies: 4,
  acceleratorsPerCopy: 1,
  minMemoryMiB: 1024,
};

test.each([
  ['development', instances(2, 4), { kind: 'all-at-once' }],
  ['development', copies, { kind: 'all-at-once' }],
  ['staging', copies, { kind: 'rolling', batchPercent: 50, waitSeconds: 300 }],
  ['production', copies, { kind: 'rolling', batchPercent: 50, waitSeconds: 600 }],
  ['staging', instances(2, 4), { kind: 'canary', canaryPercent: 10, waitSeconds: 300 }],
  ['production', instances(2, 4), { kind: 'canary', canaryPercent: 10, waitSeconds: 600 }],
  // One spare instance too few for a second fleet.
  ['production', instances(4, 7), { kind: 'rolling', batchPercent: 50, waitSeconds: 600 }],
  ['production', instances(10, 13), { kind: 'rolling', batchPercent: 30, waitSeconds: 600 }],
  ['production', instances(30, 31), { kind: 'rolling', batchPercent: 5, waitSeconds: 600 }],
] as const)('%s with %j updates by %j', (tier, capacity, expected) => {
  expect(rollout(tier, capacity).value).toEqual(expected);
});
