import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';

/** Whether the credentials reach the subscription, and it is enabled and of the tenant. */
export const subscription: AzureCheck = {
  id: 'azure.subscription',
  cloud: 'azure',
  asks: 'Do the credentials reach the subscription, and is it enabled and of the tenant?',
  questions: ['subscription'],
  run: async (ask, plan) => {
    const place = at(subscription, plan.subscription);
    const wrong = (got: string, expected: string, fix: string) =>
      ({ kind: 'finding', ...place, cause: 'identity', got, expected, fix, next: noneKnown }) as const;
    return outcomeOf(
      place,
      await ask.subscription(),
      ({ tenant, state }) => {
        if (tenant.toLowerCase() !== plan.tenant.toLowerCase()) {
          return wrong(
            `tenant ${tenant}`,
            `tenant ${plan.tenant}`,
            'correct azure.tenant, or sign in to the other tenant',
          );
        }
        return state === 'Enabled'
          ? passed(place, 'enabled')
          : wrong(`state ${state}`, 'state Enabled', 'enable the subscription in the portal');
      },
      () => wrong('no such subscription for these credentials', plan.subscription, `az login --tenant ${plan.tenant}`),
    );
  },
};
