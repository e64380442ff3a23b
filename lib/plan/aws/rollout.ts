import type { EndpointSpec, Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { AwsCapacityPlan, AwsEndpointPlan, AwsRolloutPlan } from './aws-plan';

/** Bake time in seconds of a part of the traffic on the new version: three alarm periods and a margin. */
const waitSeconds: Readonly<Record<Tier, number>> = { development: 0, staging: 300, production: 600 };
/** Percent of the capacity that a canary takes, and the most that SageMaker accepts. */
const canaryShare = { usual: 10, most: 50 };
/** SageMaker accepts rolling batches of 5 to 50 percent. */
const batchLimits = { least: 5, most: 50 };

/** How a new version replaces the running one. Staging does what production does. */
export function rollout(tier: Tier, capacity: AwsCapacityPlan): Decision<AwsRolloutPlan> {
  if (tier === 'development') {
    return decide(
      { kind: 'all-at-once' },
      'rollout.development',
      'development serves no users: no bake time, no alarms',
    );
  }
  if (capacity.kind === 'copies') {
    return decide(
      { kind: 'rolling', batchPercent: batchLimits.most, waitSeconds: waitSeconds[tier] },
      'rollout.copies',
      'copies of a model can be updated in batches only',
    );
  }
  const { minInstances, maxInstances } = capacity;
  const spare = maxInstances - minInstances;
  if (minInstances === 1) return oneInstance(tier);
  if (spare >= minInstances) return canary(tier, minInstances, spare);
  const batchPercent = Math.min(
    batchLimits.most,
    Math.max(batchLimits.least, Math.floor((100 * spare) / minInstances)),
  );
  return decide(
    { kind: 'rolling', batchPercent, waitSeconds: waitSeconds[tier] },
    'rollout.spare-capacity',
    `${spare} spare for ${minInstances} running instances: batches of ${batchPercent} percent, ${waitSeconds[tier]} s each`,
    [{ value: 'canary', reason: `a second fleet needs ${minInstances} spare instances` }],
  );
}

/** One instance cannot serve a part of the traffic: half of it is no instance. */
function oneInstance(tier: Tier): Decision<AwsRolloutPlan> {
  return decide(
    { kind: 'all-at-once', waitSeconds: waitSeconds[tier] },
    'rollout.one-instance',
    `one instance runs: all traffic moves to the new one, and the old one stays for ${waitSeconds[tier]} s to take over if it fails`,
    [
      {
        value: 'canary',
        reason: `SageMaker limits a canary to ${canaryShare.most} percent of the instances, which is none of one: it needs two`,
      },
    ],
  );
}

/** A canary is at least one whole instance: how SageMaker rounds a part of one is not documented. */
function canary(tier: Tier, minInstances: number, spare: number): Decision<AwsRolloutPlan> {
  const canaryPercent = Math.max(canaryShare.usual, Math.ceil(100 / minInstances));
  return decide(
    { kind: 'canary', canaryPercent, waitSeconds: waitSeconds[tier] },
    'rollout.spare-capacity',
    `${spare} spare instances are enough for a second fleet of ${minInstances}: ${canaryPercent} percent of the instances, at least one, ` +
      `serve the new version for ${waitSeconds[tier]} s, and the old fleet takes over if it fails`,
    [{ value: 'rolling', reason: 'needs fewer instances, but both versions serve until it ends' }],
  );
}

/** An update that no alarm rolls back: one that repairs what keeps an alarm red would be rolled back too. */
export function rollbackWaived(key: string, { rollback }: EndpointSpec): Pick<AwsEndpointPlan, 'rollbackOnAlarms'> {
  if (rollback === undefined) return {};
  return {
    rollbackOnAlarms: decide(
      false,
      'rollout.rollback-waived',
      `endpoints.${key}.rollback is waived: ${rollback.reason}; remove it with the next change`,
      [{ value: 'true', reason: 'an alarm that is red before an update rolls the update back' }],
    ),
  };
}
