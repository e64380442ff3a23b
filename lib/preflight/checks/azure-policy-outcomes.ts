import { effectOf } from '../azure-rule';
import type { Place } from '../check';
import { passed } from '../check';
import type { Outcome } from '../outcome';
import type { PlannedResource } from '../planned-resources';
import type { AssignedPolicy } from '../policy-files';

/** What an assigned policy does to the planned resources: one outcome for each policy. */
export function policyOutcomes(
  policy: AssignedPolicy,
  resources: readonly PlannedResource[],
  { place, location, allowedNext }: { readonly place: Place; readonly location: string; readonly allowedNext: string },
): readonly Outcome[] {
  if (policy.reportsOnly) return [passed(place, `${policy.name} only reports`)];
  const effects = resources.map((resource) => ({
    resource,
    effect: effectOf(policy.rule, policy.parameters, resource.fields),
  }));
  const denied = effects.filter(({ effect }) => effect === 'deny').map(({ resource }) => resource);
  const [first] = denied;
  if (first !== undefined) {
    return [
      {
        kind: 'finding',
        ...place,
        cause: 'policy-forbids',
        got: `'${policy.name}' denies ${denied.length} of ${resources.length} planned resources, ${first.type} ${first.name} first`,
        expected: `no policy that denies what is planned in ${location}`,
        fix: `ask for an exemption from '${policy.name}', or plan a place and a kind that it allows`,
        next: allowedNext,
      },
    ];
  }
  const unknown = effects.filter(({ effect }) => effect === 'unknown');
  if (unknown.length === 0) return [passed(place, `'${policy.name}' denies nothing of the plan`)];
  const types = [...new Set(unknown.map(({ resource }) => resource.type))];
  return [
    {
      kind: 'unverified',
      ...place,
      why: 'depends',
      got: `'${policy.name}' depends on properties that the plan does not decide, of ${types.slice(0, 3).join(', ')}`,
      permissions: [],
    },
  ];
}

/** A location that an assignment lists, when it lists any. */
export function allowedLocation({ parameters }: AssignedPolicy): string | undefined {
  const list = Object.entries(parameters).find(([name]) => /location/i.test(name))?.[1];
  const [first] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  return typeof first === 'string' ? first : undefined;
}
