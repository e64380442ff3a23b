import type { Breach, Constraint, Source, Surroundings } from '../constraint';
import type { Json } from '../json';
import { isObject, scalarText } from '../json';
import { at, listAt } from '../value';

const source: Source = {
  url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  asOf: '2026-11-30',
};

/** Characters without white space. */
const limits = { managed: 6144, roleInline: 10_240, trust: 2048, trustRaised: 4096 } as const;

/** The characters of a document, and the least of them where a function in it is not resolved. */
function size(document: Json | undefined): number {
  return document === undefined ? 0 : JSON.stringify(resolvedPart(document)).length;
}

/** A document without what is not known, so that its size is never overestimated. */
function resolvedPart(value: Json): Json {
  if (Array.isArray(value)) return value.map((element: Json) => resolvedPart(element));
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys.some((key) => key === 'Ref' || key.startsWith('Fn::'))) return '';
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolvedPart(child)]));
}

/** The characters of a trust policy above the default quota, which an account can raise; undefined below it. */
export function trustPolicyAboveDefault(document: Json | undefined): number | undefined {
  const length = size(document);
  return length > limits.trust ? length : undefined;
}

/** The default quota of a trust policy in characters. */
export const trustPolicyLimit: number = limits.trust;

/** A managed policy must fit its quota. */
export const managedPolicySize: Constraint = {
  id: 'managed-policy-size',
  types: ['AWS::IAM::ManagedPolicy'],
  source,
  check: ({ properties }) => {
    const length = size(properties['PolicyDocument']);
    return length > limits.managed
      ? [
          {
            pointer: '#/PolicyDocument',
            problem: `Cannot exceed quota for PolicySize: ${limits.managed}; the document has ${length} characters`,
            fix: 'Split the statements into two managed policies.',
          },
        ]
      : [];
  },
};

/** A trust policy must fit the highest quota that an account can request. */
export const trustPolicySize: Constraint = {
  id: 'trust-policy-size',
  types: ['AWS::IAM::Role'],
  source,
  check: ({ properties }) => {
    const length = size(properties['AssumeRolePolicyDocument']);
    return length > limits.trustRaised
      ? [
          {
            pointer: '#/AssumeRolePolicyDocument',
            problem: `Cannot exceed quota for ACLSizePerRole: ${limits.trustRaised}; the trust policy has ${length} characters`,
            fix: 'Trust an account, and name the principals in a condition or in their own policies.',
          },
        ]
      : [];
  },
};

/** The inline policies of one role share a quota, in all resources that add them. */
export const inlinePolicySize: Constraint = {
  id: 'inline-policy-size',
  types: ['AWS::IAM::Policy'],
  source,
  check: ({ properties, logicalId }, surroundings) =>
    listAt(properties, 'Roles').flatMap((role) => {
      const total = size(properties['PolicyDocument']) + sizeBeside(role, logicalId, surroundings);
      return total > limits.roleInline ? [tooLong(role, total)] : [];
    }),
};

function tooLong(role: Json, total: number): Breach {
  const name = scalarText(role) ?? JSON.stringify(role);
  return {
    pointer: '#/PolicyDocument',
    problem: `Maximum policy size of ${limits.roleInline} bytes exceeded for role ${name}: its inline policies have ${total} characters`,
    fix: 'Put statements into a managed policy, which has a quota of its own.',
  };
}

/** The characters of a role's inline policies apart from those of one resource. */
function sizeBeside(role: Json, logicalId: string, { list, named }: Surroundings): number {
  const same = JSON.stringify(role);
  const others = list('AWS::IAM::Policy')
    .filter((policy) => policy.logicalId !== logicalId)
    .filter((policy) => listAt(policy.properties, 'Roles').some((one) => JSON.stringify(one) === same))
    .map((policy) => policy.properties['PolicyDocument']);
  const found = named(['AWS::IAM::Role'], role);
  const embedded = typeof found === 'string' ? [] : listAt(found.properties, 'Policies');
  return [...others, ...embedded.map((policy) => at(policy, 'PolicyDocument'))].reduce<number>(
    (sum, document) => sum + size(document),
    0,
  );
}
