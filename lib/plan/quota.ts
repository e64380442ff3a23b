import type { InstanceOffer } from '../catalog/types';
import type { AwsCapacityPlan, AwsRolloutPlan, QuotaNeed } from './aws-plan';
import { cite } from './decision';
import type { Decision } from './decision';

/** The quota an endpoint on SageMaker needs; absent when the catalogue does not name it. */
export function sageMakerQuota(
  offer: InstanceOffer,
  capacity: AwsCapacityPlan,
  rollout: AwsRolloutPlan,
): Decision<QuotaNeed> | undefined {
  if (offer.quota === undefined) return undefined;
  const [running, most] =
    capacity.kind === 'copies'
      ? [capacity.maxCopies, capacity.maxCopies]
      : [capacity.minInstances, capacity.maxInstances];
  const fleets = rollout.kind === 'rolling' ? 1 : 2;
  const needed = Math.max(most, running * fleets);
  const update =
    fleets === 1 ? 'an update replaces instances in batches' : `an update runs a second fleet of ${running}`;
  return cite(
    { name: offer.quota, needed, unit: 'instances' },
    'quota.instances',
    `${most} instances at most, and ${update}; many accounts start with a quota of 0`,
    offer,
  );
}

/** Families Azure Machine Learning upgrades in place; every other keeps a fifth of its instances free for it. */
const upgradedInPlace = /^(A100|H100)\b/;
const upgradeShare = 1.2;

/** The quota a managed online endpoint needs; absent when the catalogue does not name it. */
export function azureMlQuota(offer: InstanceOffer, instances: number): Decision<QuotaNeed> | undefined {
  if (offer.quota === undefined) return undefined;
  const exempt = upgradedInPlace.test(offer.accelerator);
  // 1.2 x 5 is a little more than 6 in binary.
  const each = exempt ? instances : Math.ceil(instances * upgradeShare - 1e-9);
  const upgrades = exempt
    ? 'none more for upgrades of the service on A100 and H100'
    : `${each} with the 20 percent the service keeps for its own upgrades`;
  return cite(
    { name: offer.quota, needed: 2 * each * offer.vcpu, unit: 'vcpu' },
    'quota.vcpu',
    `${instances} instances of ${offer.vcpu} vCPUs, ${upgrades}, twice, because a new version is deployed beside the old one; Azure Machine Learning has a quota of its own, 0 for GPU families at first`,
    offer,
  );
}
