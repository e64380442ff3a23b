import type { AwsCapacityPlan, AwsRolloutPlan } from '../../../../lib/plan';
import { sageMakerQuota } from '../../../../lib/plan/aws/quota';
import { offer } from '../../../helpers/catalog';

const named = offer({ quota: 'ml.p5.4xlarge for endpoint usage' });
const rolling: AwsRolloutPlan = { kind: 'rolling', batchPercent: 50, waitSeconds: 300 };
const canary: AwsRolloutPlan = { kind: 'canary', canaryPercent: 10, waitSeconds: 300 };
const copies: AwsCapacityPlan = {
  kind: 'copies',
  minCopies: 0,
  maxCopies: 3,
  acceleratorsPerCopy: 1,
  minMemoryMiB: 1024,
};

test.each([
  // A second fleet of what runs, or the most that scaling starts, whichever is more.
  [{ kind: 'instances', minInstances: 3, maxInstances: 4 }, canary, 6],
  [{ kind: 'instances', minInstances: 3, maxInstances: 8 }, canary, 8],
  [{ kind: 'instances', minInstances: 3, maxInstances: 4 }, { kind: 'all-at-once' }, 6],
  [{ kind: 'instances', minInstances: 3, maxInstances: 4 }, rolling, 4],
  [copies, rolling, 3],
  [copies, { kind: 'all-at-once' }, 6],
] as const)('%j updated by %j needs a quota of %d instances', (capacity, update, needed) => {
  expect(sageMakerQuota(named, capacity, update)?.value).toEqual({
    name: 'ml.p5.4xlarge for endpoint usage',
    needed,
    unit: 'instances',
  });
});

test('needs no quota that the catalogue does not name', () => {
  expect(sageMakerQuota(offer(), copies, rolling)).toBeUndefined();
});
