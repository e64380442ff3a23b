import type { AwsCapacityPlan } from '../../../../lib/plan';
import { rollbackWaived, rollout } from '../../../../lib/plan/aws/rollout';
import { endpoint } from '../../../helpers/platform';

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
  // A canary of less than one instance does not exist.
  ['staging', instances(1, 2), { kind: 'all-at-once', waitSeconds: 300 }],
  ['production', instances(1, 4), { kind: 'all-at-once', waitSeconds: 600 }],
  ['staging', instances(2, 4), { kind: 'canary', canaryPercent: 50, waitSeconds: 300 }],
  ['production', instances(2, 4), { kind: 'canary', canaryPercent: 50, waitSeconds: 600 }],
  ['production', instances(3, 6), { kind: 'canary', canaryPercent: 34, waitSeconds: 600 }],
  ['production', instances(9, 18), { kind: 'canary', canaryPercent: 12, waitSeconds: 600 }],
  ['production', instances(10, 20), { kind: 'canary', canaryPercent: 10, waitSeconds: 600 }],
  ['production', instances(30, 60), { kind: 'canary', canaryPercent: 10, waitSeconds: 600 }],
  // One spare instance too few for a second fleet.
  ['production', instances(4, 7), { kind: 'rolling', batchPercent: 50, waitSeconds: 600 }],
  ['production', instances(10, 13), { kind: 'rolling', batchPercent: 30, waitSeconds: 600 }],
  ['production', instances(30, 31), { kind: 'rolling', batchPercent: 5, waitSeconds: 600 }],
] as const)('%s with %j updates by %j', (tier, capacity, expected) => {
  expect(rollout(tier, capacity).value).toEqual(expected);
});

test('one instance is updated all at once, and the reason says why there is no canary', () => {
  const { because, rejected } = rollout('staging', instances(1, 2));
  expect(because[0]?.rule).toBe('rollout.one-instance');
  expect(rejected).toEqual([{ value: 'canary', reason: expect.stringContaining('it needs two') as string }]);
});

test('a canary is at least one instance and at most half of them', () => {
  for (let least = 2; least <= 60; least++) {
    const { value } = rollout('production', instances(least, 2 * least));
    const percent = value.kind === 'canary' ? value.canaryPercent : 0;
    expect([least, (percent * least) / 100 >= 1, percent <= 50]).toEqual([least, true, true]);
  }
});

test('alarms roll back unless that is waived with a reason, which the plan has', () => {
  expect(rollbackWaived('chat', endpoint())).toEqual({});
  const waived = rollbackWaived('chat', endpoint({ rollback: { waived: true, reason: 'repairs the latency' } }));
  expect(waived.rollbackOnAlarms?.value).toBe(false);
  expect(waived.rollbackOnAlarms?.because[0]?.text).toBe(
    'endpoints.chat.rollback is waived: repairs the latency; remove it with the next change',
  );
});
