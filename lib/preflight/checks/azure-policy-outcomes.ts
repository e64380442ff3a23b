import type { AssignedPolicy } from '../assigned-policies';
import type { RuleEffect } from '../azure-rule';
import { effectOf } from '../azure-rule';
import type { Place } from '../check';
import { passed } from '../check';
import type { Outcome } from '../outcome';
import type { PlannedResource } from '../planned-resources';
import { applies, endedExemptions } from '../policy-scope';

/** What is judged, when, and how it is said. */
export interface PolicyQuestion {
  readonly place: Place;
  readonly location: string;
  readonly allowedNext: string;
  /** ISO date. */
  readonly today: string;
}

/** What an assigned policy does to the planned resources: one outcome for each policy. */
export function policyOutcomes(
  policy: AssignedPolicy,
  resources: readonly PlannedResource[],
  { place, location, allowedNext, today }: PolicyQuestion,
): readonly Outcome[] {
  if (policy.reportsOnly) return [passed(place, `${policy.name} only reports`)];
  const effects = resources.map((resource) => ({ resource, effect: effectIn(policy, resource, today) }));
  const denied = effects.filter(({ effect }) => effect === 'deny').map(({ resource }) => resource);
  const [first] = denied;
  if (first !== undefined) {
    const ended = endedExemptions(policy, today).map(
      ({ exemption = '', expires = '' }) => `; the exemption '${exemption}' ended on ${expires.slice(0, 10)}`,
    );
    return [
      {
        kind: 'finding',
        ...place,
        cause: 'policy-forbids',
        got: `'${policy.name}' denies ${denied.length} of ${resources.length} planned resources, ${first.type} ${first.name} first${ended.join('')}`,
        expected: `no policy that denies what is planned in ${location}`,
        fix: `ask for an exemption from '${policy.name}', or plan a place and a kind that it allows`,
        next: allowedNext,
      },
    ];
  }
  const unknown = effects.filter(({ effect }) => effect === 'unknown').map(({ resource }) => resource);
  if (unknown.length === 0)
    return [passed(place, `'${policy.name}' denies nothing of the plan${spared(policy, resources, today)}`)];
  return [{ kind: 'unverified', ...place, why: 'depends', got: whyUnknown(policy, unknown, today), permissions: [] }];
}

/** The effect on a resource that the policy may leave out. */
function effectIn(policy: AssignedPolicy, { id, fields }: PlannedResource, today: string): RuleEffect {
  const effect = effectOf(policy.rule, policy.parameters, fields);
  const looks = applies(policy, id, today);
  if (looks === 'excluded') return 'none';
  if (looks === 'applies') return effect;
  // What overrides or selects may turn any effect into another one; a place alone only takes an effect away.
  return policy.unread.length === 0 && effect === 'none' ? 'none' : 'unknown';
}

/** What it would deny if nothing were left out. */
function spared(policy: AssignedPolicy, resources: readonly PlannedResource[], today: string): string {
  const count = resources.filter(
    ({ id, fields }) =>
      applies(policy, id, today) === 'excluded' && effectOf(policy.rule, policy.parameters, fields) === 'deny',
  ).length;
  if (count === 0) return '';
  const ends = policy.exclusions.flatMap(({ expires }) => expires ?? []).toSorted();
  const until = ends[0] === undefined ? '' : `, the first exemption until ${ends[0].slice(0, 10)}`;
  return `: ${count} are excluded or exempt${until}`;
}

function whyUnknown(policy: AssignedPolicy, unknown: readonly PlannedResource[], today: string): string {
  const { name, unread } = policy;
  if (unread.length > 0) return `'${name}' has ${unread.join(' and ')}, which are not evaluated`;
  const somewhere = unknown.some(({ id }) => applies(policy, id, today) === 'unknown');
  if (somewhere) {
    return `'${name}' leaves out a management group, or has an exemption that ends today: whether that is for the plan is not known`;
  }
  const types = [...new Set(unknown.map(({ type }) => type))];
  return `'${name}' depends on properties that the plan does not decide, of ${types.slice(0, 3).join(', ')}`;
}

/** A location that an assignment lists, when it lists any. */
export function allowedLocation({ parameters }: AssignedPolicy): string | undefined {
  const list = Object.entries(parameters).find(([name]) => /location/i.test(name))?.[1];
  const [first] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  return typeof first === 'string' ? first : undefined;
}
