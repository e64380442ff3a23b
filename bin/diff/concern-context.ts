import type { ConcernContext } from '../../lib/review/concern/concern';
import { profileRegions } from '../check/profile-regions';
import { isoToday } from '../project/today';
import { endOfLife } from './model-end';
import type { Side } from './side';

/** What concerns can ask: the tiers and regions of the plans, and the catalogue. */
export function concernContext({ plans = [] }: Side): ConcernContext {
  const byName = new Map(plans.map((plan) => [plan.environment, plan]));
  return {
    today: isoToday(),
    endOfLife,
    processedIn: profileRegions,
    isProduction: (environment) => {
      const plan = byName.get(environment);
      return plan === undefined ? undefined : plan.tier === 'production';
    },
    regionOf: (environment, cloud) => {
      const plan = byName.get(environment);
      return cloud === 'azure' ? plan?.azure?.location.value : plan?.aws?.region.value;
    },
  };
}
