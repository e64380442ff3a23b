import { assignedPolicies, unresolvedAssignments } from '../../assigned-policies';
import type { OfflineCheck } from '../../check';
import { at } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import { plannedResources } from '../../planned-resources';
import { allowedLocation, policyOutcomes } from '../azure-policy-outcomes';

const id = 'azure.organisation-policies';

/** What the definitions and assignments of `--policies` say to the planned resources. */
export const azurePolicy: OfflineCheck = {
  id,
  cloud: 'azure',
  asks: 'Do the Azure policies of --policies allow the location, the sizes and the kinds of the plan?',
  questions: [],
  run: ({ azure, policies, today }) => {
    if (azure === undefined) return [];
    const resources = plannedResources(azure);
    const check = { id, cloud: 'azure' } as const;
    const assigned = assignedPolicies(policies).flatMap((policy) =>
      policyOutcomes(policy, resources, {
        place: at(check, policy.file),
        location: azure.location,
        allowedNext: allowedLocation(policy) ?? noneKnown,
        today,
      }),
    );
    const open = unresolvedAssignments(policies).map(({ name, id: definition }): Outcome => ({
      kind: 'unverified',
      ...at(check, name),
      why: 'depends',
      got: `no file has the definition ${definition}`,
      permissions: [],
    }));
    return [...assigned, ...open];
  },
};
