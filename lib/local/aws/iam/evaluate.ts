import type { EvaluatedRequest, Policy } from './policy';
import { answerOf } from './policy';
import type { Principal } from './principal';

/** Every policy that has a say in a request. */
export interface ApplicablePolicies {
  /** Of the user, of its groups or of the role. Undefined for the account itself, which needs none. */
  readonly identity: readonly Policy[] | undefined;
  /** Managed policies of the caller whose documents are not known. */
  readonly unknown: readonly string[];
  /** @default - no boundary */
  readonly boundary?: Policy | undefined;
  /** Of the session. @default - none was given */
  readonly session?: readonly Policy[] | undefined;
  /** Of the resource. @default - it has none */
  readonly resource?: Policy | undefined;
  /** Levels from the root of the organization to the account; each must allow. @default - no organization */
  readonly serviceControl?: readonly (readonly Policy[])[] | undefined;
}

/** Where the resource is, and whether its own policy must take part, as for KMS keys and for roles that are assumed. */
export interface ResourceSide {
  /** Account of the resource. */
  readonly account: string;
  readonly policyDecides: boolean;
}

/** The decision about a request. */
export type AccessDecision =
  | { readonly outcome: 'allowed' }
  /** `because` is the end of the sentence that the services answer with. */
  | { readonly outcome: 'denied'; readonly because: string }
  /** Allowed only if policies that are not known here allow it. */
  | { readonly outcome: 'unverified'; readonly policies: readonly string[] };

const allowed: AccessDecision = { outcome: 'allowed' };

/**
 * Decides a request as IAM does: an explicit deny in any policy wins; then every kind of policy that applies must allow,
 * except that a resource policy of the same account may grant by itself.
 * Source: IAM User Guide, "Policy evaluation logic", and the words of the denial from "Troubleshoot access denied error
 * messages" (read 2026-11-30).
 */
export function evaluate(
  request: EvaluatedRequest,
  caller: Principal,
  policies: ApplicablePolicies,
  side: ResourceSide,
): AccessDecision {
  const { identity, session, serviceControl } = policies;
  const kinds: readonly (readonly [string, readonly Policy[]])[] = [
    ['service control policy', (serviceControl ?? []).flat()],
    ['resource-based policy', listed(policies.resource)],
    ['identity-based policy', identity ?? []],
    ['permissions boundary', listed(policies.boundary)],
    ['session policy', session ?? []],
  ];
  for (const [kind, all] of kinds) {
    if (all.some((policy) => answerOf(policy, request, caller).denies)) {
      return { outcome: 'denied', because: `with an explicit deny in ${article(kind)} ${kind}` };
    }
  }
  if (serviceControl?.some((level) => !allows(level, request, caller)) === true) {
    return missing('service control policy', request);
  }
  return grant(request, caller, policies, side);
}

function grant(
  request: EvaluatedRequest,
  caller: Principal,
  policies: ApplicablePolicies,
  { account, policyDecides }: ResourceSide,
): AccessDecision {
  const own = account === caller.account;
  const named = policies.resource === undefined ? undefined : answerOf(policies.resource, request, caller).allows;
  if (named === undefined && (!own || policyDecides)) return missing('resource-based policy', request);
  // A service calls with no policies of its own.
  if (caller.service !== undefined) return named === undefined ? missing('resource-based policy', request) : allowed;
  const granted = own && named !== undefined && named !== 'account';
  // What a policy grants to a role, by its ARN, its boundary and the session's policies limit. A grant to the session, to a
  // user or to everyone they do not.
  if (granted && (named !== 'identity' || caller.sessionArn === undefined)) return allowed;
  const { identity, unknown, boundary, session } = policies;
  const permitted = granted || identity === undefined || allows(identity, request, caller);
  if (!permitted && unknown.length === 0) return missing('identity-based policy', request);
  if (boundary !== undefined && !allows([boundary], request, caller)) return missing('permissions boundary', request);
  if (session !== undefined && !allows(session, request, caller)) return missing('session policy', request);
  return permitted ? allowed : { outcome: 'unverified', policies: unknown };
}

function allows(policies: readonly Policy[], request: EvaluatedRequest, caller: Principal): boolean {
  return policies.some((policy) => answerOf(policy, request, caller).allows !== undefined);
}

function missing(kind: string, { action }: EvaluatedRequest): AccessDecision {
  return { outcome: 'denied', because: `because no ${kind} allows the ${action} action` };
}

function article(kind: string): string {
  return kind.startsWith('identity') ? 'an' : 'a';
}

function listed(policy: Policy | undefined): readonly Policy[] {
  return policy === undefined ? [] : [policy];
}
