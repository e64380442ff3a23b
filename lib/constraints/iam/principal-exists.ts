import type { Breach, Constraint, Surroundings } from '../constraint';
import type { PolicyKind } from './documents';
import { judgePolicies, typesWithPolicies } from './documents';
import type { Principal, Statement } from './policy';

/** A role or user of an account. Roles that AWS makes for itself exist when they are needed. */
const identity = /^arn:[a-z-]+:iam::\d{12}:(role|user)\/(?!aws-service-role\/|aws-reserved\/)/;

/** What the service of a policy says. */
function words(kind: PolicyKind, { text }: Principal): string {
  return kind === 'key'
    ? `Policy contains a statement with one or more invalid principals. There is no ${text}`
    : `Invalid principal in policy: "AWS":"${text}". There is no such identity in the account`;
}

function judge({ principal, notPrincipal }: Statement, kind: PolicyKind, { named }: Surroundings): readonly Breach[] {
  return [...(principal?.known ?? []), ...(notPrincipal?.known ?? [])].flatMap((one) => {
    const [, type] = one.form === 'AWS' ? (identity.exec(one.text) ?? []) : [];
    if (type === undefined) return [];
    const wanted = type === 'role' ? 'AWS::IAM::Role' : 'AWS::IAM::User';
    if (named([wanted], one.text) !== 'absent') return [];
    return [
      {
        pointer: one.pointer,
        problem: words(kind, one),
        fix: `Create the ${type} first, and refer to it with Fn::GetAtt, so that the policy waits for it.`,
      },
    ];
  });
}

/** A role or user of the account that a policy names must exist. */
export const principalExists: Constraint = {
  id: 'principal-exists',
  types: typesWithPolicies(['trust', 'resource', 'key']),
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    asOf: '2026-11-30',
  },
  check: (resource, surroundings) =>
    judgePolicies(resource, ({ policy, kind }) =>
      kind === 'identity' ? [] : policy.statements.flatMap((statement) => judge(statement, kind, surroundings)),
    ),
};
