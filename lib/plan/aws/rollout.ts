import type { Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { AwsCapacityPlan, AwsRolloutPlan } from './aws-plan';

/** Seconds a part of the traffic runs on the new version before the rest follows: three alarm periods and a margin. */
const waitSeconds: Readonly<Record<Tier, number>> = { development: 0, staging: 300, production: 600 };
const canaryPercent = 10;
/** SageMaker takes rolling batches of 5 to 50 percent. */
const largestBatchPercent = 50;

/** How a new version takes over. Staging rehearses what production does. */
export function rollout(tier: Tier, capacity: AwsCapacityPlan): Decision<AwsRolloutPlan> {
  if (tier === 'development') {
    return decide(
      { kind: 'all-at-once' },
      'rollout.development',
      'nobody is served from development, so nothing is watched',
    );
  }
  if (capacity.kind === 'copies') {
    return decide(
      { kind: 'rolling', batchPercent: largestBatchPercent, waitSeconds: waitSeconds[tier] },
      'rollout.copies',
      'copies of a model update in batches only',
    );
  }
  const { minInstances, maxInstances } = capacity;
  const spare = maxInstances - minInstances;
  if (spare >= minInstances) {
    return decide(
      { kind: 'canary', canaryPercent, waitSeconds: waitSeconds[tier] },
      'rollout.spare-capacity',
      `${spare} spare instances hold a whole second fleet of ${minInstances}: ${canaryPercent} percent of the traffic tries the ` +
        `new version for ${waitSeconds[tier]} s, and the old fleet still runs when it fails`,
      [{ value: 'rolling', reason: 'needs fewer instances, but old and new serve side by side until it ends' }],
    );
  }
  const batchPercent = Math.min(largestBatchPercent, Math.max(5, Math.floor((100 * spare) / minInstances)));
  return decide(
    { kind: 'rolling', batchPercent, waitSeconds: waitSeconds[tier] },
    'rollout.spare-capacity',
    `${spare} spare for ${minInstances} running instances: batches of ${batchPercent} percent, ${waitSeconds[tier]} s each`,
    [{ value: 'canary', reason: `needs ${minInstances} spare instances for a second fleet` }],
  );
}
