import { assignedPolicies, unresolvedAssignments } from '../../assigned-policies';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import { plannedResources } from '../../planned-resources';
import { allowedLocation, policyOutcomes } from '../azure-policy-outcomes';

/** What the policies that are assigned to the subscription, or above it, say to the plan. */
export const policies: AzureCheck = {
  id: 'azure.policies',
  cloud: 'azure',
  asks: 'Do the policies that are assigned to the subscription allow the plan?',
  questions: ['policies'],
  run: async (ask, plan, { today }) => {
    const place = at(policies, plan.subscription);
    return outcomeOf(place, await ask.policies(), (content): readonly Outcome[] => {
      const files = [{ file: plan.subscription, content }];
      const assigned = assignedPolicies(files);
      const unread = unresolvedAssignments(files).map(({ name, id }): Outcome => ({
        kind: 'unverified',
        ...at(policies, name),
        why: 'unreadable',
        got: `the definition ${id} was not answered; of initiatives live only the assignment is read, their files with --policies are evaluated`,
        permissions: ['Microsoft.Authorization/policyDefinitions/read'],
      }));
      if (assigned.length === 0 && unread.length === 0) return [passed(place, 'no assignments')];
      const resources = plannedResources(plan);
      const outcomes = assigned.flatMap((policy) =>
        policyOutcomes(policy, resources, {
          place: at(policies, policy.name),
          location: plan.location,
          allowedNext: allowedLocation(policy) ?? noneKnown,
          today,
        }),
      );
      return [...outcomes, ...unread];
    });
  },
};
