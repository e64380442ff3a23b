import type { ConcernContext } from '../../lib/review/concern/concern';
import { isoToday } from '../project/today';
import { endOfLife } from './model-end';
import type { Side } from './side';

/** What concerns can ask: the tiers of the plans, and the catalogue. */
export function concernContext({ plans = [] }: Side): ConcernContext {
  const byName = new Map(plans.map((plan) => [plan.environment, plan]));
  return {
    today: isoToday(),
    endOfLife,
    isProduction: (environment) => {
      const plan = byName.get(environment);
      return plan === undefined ? undefined : plan.tier === 'production';
    },
  };
}
