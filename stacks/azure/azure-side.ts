import { CodedError } from '../../lib/messages';
import type { SettledAzurePlan, SettledPlan } from '../../lib/plan';

/**
 * The Azure side of a plan.
 *
 * @throws CodedError `MissingTarget` when the environment has none
 */
export function azureSideOf(plan: SettledPlan): SettledAzurePlan {
  if (plan.azure !== undefined) return plan.azure;
  throw new CodedError('MissingTarget', {
    place: plan.environment,
    message: 'the plan has no azure side',
    expected: 'an environment with an azure target',
    fix: 'add an azure target to the environment, or skip the environment',
  });
}
