import type { Breach, Constraint, DeclaredResource, Surroundings } from '../constraint';
import type { Json } from '../json';
import { scalarText } from '../json';
import { suggestion } from '../suggest';
import { at, listAt } from '../value';
import { managedPolicies, managedPolicySource } from './facts/managed-policies';

const form = /^arn:[a-z-]+:iam::(aws|\d{12}):policy\/(.+)$/;

/** The managed policies that a resource attaches, with their places. */
function attached({ type, properties }: DeclaredResource): readonly (readonly [string, Json])[] {
  const list = type === 'AWS::SSO::PermissionSet' ? 'ManagedPolicies' : 'ManagedPolicyArns';
  const boundary = at(properties, 'PermissionsBoundary');
  return [
    ...listAt(properties, list).map((value, index) => [`#/${list}/${index}`, value] as const),
    ...(boundary === undefined || type === 'AWS::SSO::PermissionSet'
      ? []
      : [['#/PermissionsBoundary', boundary] as const]),
  ];
}

function judge(pointer: string, value: Json, { named }: Surroundings): readonly Breach[] {
  const text = scalarText(value);
  if (text === undefined) return [];
  const [, owner, name = ''] = form.exec(text) ?? [];
  if (owner === undefined) {
    return [
      {
        pointer,
        problem: `ARN ${text} is not valid. Expected the ARN of a managed policy, such as arn:aws:iam::aws:policy/ReadOnlyAccess`,
        fix: 'Write the ARN of a managed policy.',
      },
    ];
  }
  if (owner !== 'aws') {
    return named(['AWS::IAM::ManagedPolicy'], text) === 'absent' ? [absent(pointer, text)] : [];
  }
  const known = managedPolicies();
  if (known.has(name)) return [];
  const near = suggestionOf(name, known);
  return [
    {
      pointer,
      problem: `Policy ${text} does not exist or is not attachable. AWS had no such policy on ${managedPolicySource.asOf}${near === undefined ? '' : ` (did you mean ${near}?)`}`,
      fix: near === undefined ? 'Write the ARN of a policy of AWS.' : `Write ${text.replace(name, near)}.`,
    },
  ];
}

/** The same name at another path comes first: a path is left out more often than a letter. */
function suggestionOf(name: string, known: ReadonlySet<string>): string | undefined {
  const bare = name.split('/').at(-1);
  const all = [...known];
  return all.find((one) => one.split('/').at(-1) === bare) ?? suggestion(name, all);
}

function absent(pointer: string, text: string): Breach {
  return {
    pointer,
    problem: `Policy ${text} does not exist or is not attachable. No stack created it in the account`,
    fix: 'Create the policy first, or refer to one that exists.',
  };
}

/** A managed policy that a role, user or group attaches must exist, and so must a permissions boundary. */
export const managedPolicy: Constraint = {
  id: 'managed-policy',
  types: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::SSO::PermissionSet'],
  source: managedPolicySource,
  check: (resource, surroundings) =>
    attached(resource).flatMap(([pointer, value]) => judge(pointer, value, surroundings)),
};
