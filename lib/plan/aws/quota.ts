import type { InstanceOffer } from '../../catalog/types';
import type { Decision } from '../decision';
import { cite } from '../decision';
import type { QuotaNeed } from '../endpoint/endpoint-plan';
import type { AwsCapacityPlan, AwsRolloutPlan } from './aws-plan';

/** The quota that a SageMaker endpoint needs, in instances; undefined when the catalogue does not name it. */
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
