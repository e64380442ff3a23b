import type { Violation } from '../../finding';
import type { JsonMap, PlacedStatement } from '../../policy';
import { isMap, listOf, statementsIn, textsOf, valueAt } from '../../policy';
import type { Rule } from '../../rule';

/** An identity pool of Cognito is named by the audience and has no subject to compare. */
const withoutSubject: ReadonlySet<string> = new Set(['cognito-identity.amazonaws.com']);

/**
 * A role that an identity provider's tokens can take names the subject, completely up to the repository. Source: the
 * guidance of aws-actions/configure-aws-credentials (issues 452, 1137, 1238), read 2026-11-30.
 */
export const federatedTrust: Rule = {
  code: 'OpenFederatedTrust',
  family: 'ci',
  pack: 'baseline',
  safeguard: 'authentication',
  rationale: 'A workflow of any repository takes the role.',
  source: { url: 'https://github.com/aws-actions/configure-aws-credentials/issues/1137', asOf: '2026-11-30' },
  types: ['AWS::IAM::Role'],
  check(node) {
    return statementsIn(node.properties.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument').flatMap(violationsOf);
  },
};

function violationsOf({ path, statement }: PlacedStatement): readonly Violation[] {
  const federated = valueAt(statement.Principal, 'Federated');
  if (statement.Effect !== 'Allow' || federated === undefined) return [];
  if (!textsOf(statement.Action).includes('sts:AssumeRoleWithWebIdentity')) return [];
  if (textsOf(federated).some((provider) => withoutSubject.has(provider))) return [];
  const condition = isMap(statement.Condition) ? statement.Condition : {};
  // A condition that a parameter or a function decides cannot be read here.
  if (Object.keys(condition).some((key) => key === 'Ref' || key.startsWith('Fn::'))) return [];
  const place = `${path}.Condition`;
  const claims = claimsOf(condition);
  const subjects = claims.filter(({ claim }) => claim.endsWith(':sub'));
  return [
    ...(subjects.length === 0 ? [missingSubject(place)] : []),
    ...subjects.flatMap(({ operator, claim, values }) =>
      values.filter(isWide).map((value) => wideSubject(`${place}.${operator}.${claim}`, value)),
    ),
    ...claims.filter(({ operator }) => passesWithoutClaim(operator)).map((one) => optionalClaim(place, one)),
  ];
}

interface Claim {
  readonly operator: string;
  /** Condition key, for example `token.actions.githubusercontent.com:sub`. */
  readonly claim: string;
  readonly values: readonly string[];
}

/** The conditions on subject and audience. */
function claimsOf(condition: JsonMap): readonly Claim[] {
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(isMap(keys) ? keys : {})
      .filter(([claim]) => claim.endsWith(':sub') || claim.endsWith(':aud'))
      .map(([claim, value]) => ({ operator, claim, values: listOf(value).filter((item) => typeof item === 'string') })),
  );
}

/** Both are true when the token has no such claim. */
function passesWithoutClaim(operator: string): boolean {
  return operator.startsWith('ForAllValues:') || operator.endsWith('IfExists');
}

/** `repo:owner/name:…` may have a pattern only after the repository; other subjects may not be a pattern as a whole. */
function isWide(subject: string): boolean {
  if (!subject.startsWith('repo:')) return /^[*?]+$/.test(subject) || /^r?e?p?o?[*?]/.test(subject);
  return !/^repo:[^/*?:]+\/[^/*?:]+:/.test(subject);
}

function missingSubject(path: string): Violation {
  return {
    path,
    message: 'trusts every token of the identity provider: no condition on its subject',
    fix: 'compare the claim sub with the exact subject, for example repo:owner/name:environment:prod',
  };
}

function wideSubject(path: string, subject: string): Violation {
  return {
    path,
    message: `trusts more than one repository: ${subject}`,
    fix: 'name owner and repository in full: repo:owner/name:…',
  };
}

function optionalClaim(path: string, { operator, claim }: Claim): Violation {
  return {
    path: `${path}.${operator}.${claim}`,
    message: `${operator} is true when the token has no claim ${claim.slice(claim.lastIndexOf(':') + 1)}`,
    fix: 'use StringEquals or StringLike',
  };
}
