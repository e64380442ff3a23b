import type { SettledAzurePlan } from '../../../plan';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import { plannedResources } from '../../planned-resources';

/** What whoever deploys must be allowed on the subscription. */
function neededActions(plan: SettledAzurePlan): readonly string[] {
  return [
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Resources/subscriptions/resourceGroups/write',
    'Microsoft.ManagedIdentity/userAssignedIdentities/write',
    'Microsoft.Network/privateEndpoints/write',
    'Microsoft.Network/privateDnsZones/write',
    ...new Set(plannedResources(plan).map(({ type }) => `${type}/write`)),
  ];
}

/** Whether whoever asks may also deploy: create what is planned, and assign roles. */
export const rights: AzureCheck = {
  id: 'azure.rights',
  cloud: 'azure',
  asks: 'May the caller create what is planned and assign roles on the subscription?',
  questions: ['permissions'],
  run: async (ask, plan) => {
    const place = at(rights, plan.subscription);
    return outcomeOf(place, await ask.permissions(), (permissions) => {
      const missing = neededActions(plan).filter(
        (action) =>
          !permissions.some(
            ({ actions, notActions }) =>
              actions.some((pattern) => covers(pattern, action)) &&
              !notActions.some((pattern) => covers(pattern, action)),
          ),
      );
      return missing.length === 0
        ? passed(place, 'the caller may deploy')
        : {
            kind: 'finding',
            ...place,
            cause: 'missing-right',
            got: `the caller may not: ${missing.join(', ')}`,
            expected: 'a role that may create what is planned, and assign roles',
            fix: 'ask for Contributor and Role Based Access Control Administrator on the subscription or resource group',
            next: noneKnown,
          };
    });
  },
};

/** Whether a pattern of actions, with `*`, covers an action. Case does not matter. */
function covers(pattern: string, action: string): boolean {
  const source = pattern.replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i').test(action);
}
