import type { AwsCapacityPlan } from '../../../../lib/plan';
import { productionCapacity, sageMakerBounds } from '../../../../lib/plan/aws/fleet-bounds';
import { decide } from '../../../../lib/plan/decision';
import type { FailoverRole } from '../../../../lib/plan/endpoint/endpoint-plan';
import { endpoint } from '../../../helpers/platform';
import { sizedEndpoint } from '../../../helpers/sized-endpoint';

const five: AwsCapacityPlan = { kind: 'instances', minInstances: 5, maxInstances: 10 };
const copies: AwsCapacityPlan = {
  kind: 'copies',
  minCopies: 0,
  maxCopies: 3,
  acceleratorsPerCopy: 1,
  minMemoryMiB: 1024,
};
const only: FailoverRole = { kind: 'only' };
const primary = decide('azure' as const, 'failover.fixture', 'the primary of the fixture');
const standby: FailoverRole = { kind: 'standby', primary, standby: 'full', sizedFor: 1 };
const schedule = { days: 'weekdays', fromHour: 7, toHour: 19 } as const;

test.each([
  ['production', only, five, { minimum: 5, idleMinimum: 2, maximum: 10, targetConcurrency: 7 }],
  ['staging', only, five, { minimum: 5, idleMinimum: 1, maximum: 10 }],
  ['production', standby, five, { minimum: 5, idleMinimum: 2, maximum: 10 }],
  ['production', only, copies, { minimum: 1, idleMinimum: 1, maximum: 3, toZero: true, targetConcurrency: 7 }],
  ['staging', only, copies, { minimum: 3, idleMinimum: 3, maximum: 3, toZero: true }],
] as const)('in %s as %j the bounds of %j are %j', (tier, role, capacity, expected) => {
  expect(sageMakerBounds({ endpoint: endpoint({ whenIdle: { schedule } }), tier, role }, capacity, 7)).toEqual(
    expected,
  );
});

test('production has every copy of the size, whatever runs here', () => {
  const sized = sizedEndpoint({ size: { replicas: 4 }, replicas: 1, peakReplicas: 4 });
  expect(productionCapacity(endpoint(), sized)).toEqual({ kind: 'instances', minInstances: 4, maxInstances: 8 });
});
