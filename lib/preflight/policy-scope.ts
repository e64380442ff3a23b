import type { AssignedPolicy, PolicyExclusion } from './assigned-policies';

/** Whether a policy looks at a resource. `unknown` where that depends on what the plan does not say. */
export type Applies = 'applies' | 'excluded' | 'unknown';

/**
 * Whether an assigned policy looks at a resource: the resource is in the scope of the assignment, and in no scope that the
 * assignment leaves out or an exemption covers today.
 *
 * @param id - resource id
 * @param today - ISO date
 */
export function applies(
  { scope, exclusions, unread }: Pick<AssignedPolicy, 'scope' | 'exclusions' | 'unread'>,
  id: string,
  today: string,
): Applies {
  // Assignments of management groups are given because they are above the subscription.
  if (scope !== undefined && !isManagementGroup(scope) && !contains(scope, id)) return 'excluded';
  const found = exclusions.map((exclusion) => excludes(exclusion, id, today));
  if (found.includes(true)) return 'excluded';
  return found.includes(undefined) || unread.length > 0 ? 'unknown' : 'applies';
}

/** Exemptions of a policy that no longer hold. */
export function endedExemptions({ exclusions }: AssignedPolicy, today: string): readonly PolicyExclusion[] {
  return exclusions.filter(({ expires }) => expires !== undefined && holds(expires, today) === false);
}

/** Undefined where nobody knows: the scope is a management group, or the exemption ends today. */
function excludes({ scope, expires }: PolicyExclusion, id: string, today: string): boolean | undefined {
  const inForce = expires === undefined ? true : holds(expires, today);
  if (inForce === false) return false;
  if (isManagementGroup(scope)) return undefined;
  if (!contains(scope, id)) return false;
  return inForce;
}

/** Whether an exemption holds on a day: not after its time, and on its last day nobody knows until when. */
function holds(expires: string, today: string): boolean | undefined {
  const day = expires.slice(0, today.length);
  return day === today ? undefined : day > today;
}

function contains(scope: string, id: string): boolean {
  const [whole, part] = [scope, id].map((one) => one.toLowerCase().replace(/\/+$/, ''));
  return part === whole || (part?.startsWith(`${whole ?? ''}/`) ?? false);
}

function isManagementGroup(scope: string): boolean {
  return /^\/?providers\/Microsoft\.Management\/managementGroups\//i.test(scope);
}
