import type { ResourceNode } from '../../lib/graph';
import { keyOf } from '../../lib/review/change/resource-key';
import type { ConcernContext } from '../../lib/review/concern/concern';
import { isoToday } from '../project/today';
import { endOfLife } from './model-end';
import type { Sides } from './sides';

/** What concerns can ask: the tiers of the plans, the catalogue, and what is live. */
export function concernContext({ base, next }: Sides): ConcernContext {
  const { plans = [] } = next;
  const byName = new Map(plans.map((plan) => [plan.environment, plan]));
  return {
    today: isoToday(),
    endOfLife,
    ...(base.plans === undefined || next.plans === undefined
      ? {}
      : { plans: { before: base.plans, after: next.plans } }),
    ...(next.quotaLimit === undefined ? {} : { quotaLimit: next.quotaLimit }),
    ...(base.live === undefined ? {} : { live: base.live.changes, restores: restoresOf({ base, next }) }),
    isProduction: (environment) => {
      const plan = byName.get(environment);
      return plan === undefined ? undefined : plan.tier === 'production';
    },
  };
}

/**
 * Whether a deployment puts back what was changed by hand: CloudFormation does not read what is live, Terraform does before each
 * plan, and Pulumi does with `refresh: always`, which the project of the kit has.
 */
function restoresOf({ base, next }: Sides): NonNullable<ConcernContext['restores']> {
  const types = new Map([...base.graph, ...next.graph].map((node: ResourceNode) => [keyOf(node), node.type]));
  return (live) => {
    const type = types.get(keyOf(live)) ?? '';
    if (type.includes('::')) return false;
    if (!type.includes(':')) return true;
    return next.plans === undefined ? undefined : true;
  };
}
