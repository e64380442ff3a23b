import { distance } from 'fastest-levenshtein';
import type { Breach, Constraint } from '../constraint';
import { judgePolicies, typesWithPolicies } from './documents';
import { principalSource, servicePrincipals } from './facts/service-principals';
import type { Principal, Statement } from './policy';

const arnForm =
  /^arn:[a-z-]+:(?:iam::(?:\d{12}|cloudfront|aws):(?:root$|user\/|role\/)|sts::\d{12}:(?:assumed-role|federated-user)\/|codestar-connections:|cloudfront:)/;
/** An identifier that IAM puts in the place of a deleted user or role, or a canonical user. */
const uniqueId = /^(?:A[A-Z]{3}[A-Z0-9]{12,}|[0-9a-f]{64})$/;
const domain = /^[\w-]+(?:\.[\w-]+)+$/;
const suffix = /\.amazonaws\.com(?:\.cn)?$/;

/** A service principal that is one letter away from a known one is taken for a misspelling; no list is complete. */
function misspelling(text: string): string | undefined {
  const name = text.replace(suffix, '').replace(/\.[a-z]{2}(?:-[a-z]+)+-\d$/, '');
  if (!suffix.test(text) || name.length < 5 || servicePrincipals.has(name)) return undefined;
  for (const known of servicePrincipals) if (distance(name, known) === 1) return text.replace(name, known);
  return undefined;
}

/** What a principal should be, and how to write it. */
export interface Expectation {
  readonly expected: string;
  readonly fix: string;
}

/** What a principal of a wrong form should be; undefined for a right one. */
export function principalProblem({ form, text }: Principal): Expectation | undefined {
  if (text === '*') return undefined;
  switch (form) {
    case 'AWS':
      return /^\d{12}$/.test(text) || arnForm.test(text) || uniqueId.test(text)
        ? undefined
        : {
            expected: 'an account of 12 digits, or the ARN of an account root, user, role or session',
            fix: 'Write the account or the ARN of a user or role that exists; an ARN of a principal takes no wildcard.',
          };
    case 'Service': {
      const meant = misspelling(text);
      if (meant !== undefined) return { expected: `a service principal such as ${meant}`, fix: `Write ${meant}.` };
      return domain.test(text)
        ? undefined
        : { expected: 'a service principal such as lambda.amazonaws.com', fix: 'Write the address of the service.' };
    }
    case 'Federated':
      return domain.test(text) || /^arn:[a-z-]+:iam::\d{12}:(?:saml|oidc)-provider\/.+/.test(text)
        ? undefined
        : {
            expected: 'the ARN of a SAML or OIDC provider, or a domain such as cognito-identity.amazonaws.com',
            fix: 'Write the ARN of the identity provider.',
          };
    case 'CanonicalUser':
      return /^[0-9a-f]{64}$/.test(text)
        ? undefined
        : { expected: 'a canonical user ID of 64 hexadecimal digits', fix: 'Write the canonical user ID.' };
    case '*':
      return undefined;
  }
}

function judge(statement: Statement): readonly Breach[] {
  return [statement.principal, statement.notPrincipal].flatMap((principals) =>
    (principals?.known ?? []).flatMap((principal) => {
      const found = principalProblem(principal);
      if (found === undefined) return [];
      return [
        {
          pointer: principal.pointer,
          problem: `Invalid principal in policy: "${principal.form.toUpperCase()}":"${principal.text}", expected ${found.expected}`,
          fix: found.fix,
        },
      ];
    }),
  );
}

/** A principal has the form of its kind, and a service principal is not a misspelling of a known one. */
export const policyPrincipal: Constraint = {
  id: 'policy-principal',
  types: typesWithPolicies(['trust', 'resource', 'key']),
  source: principalSource,
  check: (resource) =>
    judgePolicies(resource, ({ policy, kind }) => (kind === 'identity' ? [] : policy.statements.flatMap(judge))),
};
