import type { PropertyValue } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { federatedTrust } from '../../../../../lib/review/rules/ci/federated-trust';
import { resourceNode } from '../../../../helpers/resource-node';

const github = 'token.actions.githubusercontent.com';
const provider = `arn:aws:iam::111111111111:oidc-provider/${github}`;
const aud = { [`${github}:aud`]: 'sts.amazonaws.com' };
const sub = (value: PropertyValue): { readonly [key: string]: PropertyValue } => ({ [`${github}:sub`]: value });

interface Trust {
  readonly condition?: PropertyValue;
  readonly federated?: PropertyValue;
  readonly action?: string;
  readonly effect?: string;
}

function found({ condition, federated = provider, action, effect = 'Allow' }: Trust): readonly string[] {
  const statement = {
    Effect: effect,
    Principal: { Federated: federated },
    Action: action ?? 'sts:AssumeRoleWithWebIdentity',
    ...(condition === undefined ? {} : { Condition: condition }),
  };
  const role = resourceNode({
    type: 'AWS::IAM::Role',
    properties: { AssumeRolePolicyDocument: { Statement: [statement] } },
  });
  return check([role], [federatedTrust]).findings.map(
    ({ path, message }) => `${path.replace('AssumeRolePolicyDocument.Statement.0.', '')}: ${message}`,
  );
}

const noSubject = ['Condition: trusts every token of the identity provider: no condition on its subject'];
const wide = (operator: string, value: string): readonly string[] => [
  `Condition.${operator}.${github}:sub: trusts more than one repository: ${value}`,
];

test.each<[string, Trust, readonly string[]]>([
  ['no condition', {}, noSubject],
  ['the audience alone', { condition: { StringEquals: aud } }, noSubject],
  ['every subject', { condition: { StringLike: sub('*') } }, wide('StringLike', '*')],
  ['every repository of an owner', { condition: { StringLike: sub('repo:org/*') } }, wide('StringLike', 'repo:org/*')],
  ['every owner', { condition: { StringLike: sub('repo:*') } }, wide('StringLike', 'repo:*')],
  ['a prefix of owners', { condition: { StringLike: sub('repo:org*/app:*') } }, wide('StringLike', 'repo:org*/app:*')],
  [
    'one wide subject among exact ones',
    { condition: { StringLike: sub(['repo:org/app:*', 'repo:org/*']) } },
    wide('StringLike', 'repo:org/*'),
  ],
  [
    'an operator that passes without the claim',
    { condition: { 'ForAllValues:StringLike': sub('repo:org/app:*'), StringEqualsIfExists: aud } },
    [
      `Condition.ForAllValues:StringLike.${github}:sub: ForAllValues:StringLike is true when the token has no claim sub`,
      `Condition.StringEqualsIfExists.${github}:aud: StringEqualsIfExists is true when the token has no claim aud`,
    ],
  ],
])('refuses a trust with %s', (_name, trust, expected) => {
  expect(found(trust)).toEqual(expected);
});

test.each<[string, Trust]>([
  ['an exact subject', { condition: { StringEquals: { ...aud, ...sub('repo:org/app:environment:prod') } } }],
  ['a subject with ids', { condition: { StringEquals: { ...aud, ...sub('repo:org@1/app@2:environment:prod') } } }],
  ['every branch of one repository', { condition: { StringLike: sub('repo:org/app:*') } }],
  ['a service account', { condition: { StringEquals: { 'oidc.example:sub': 'system:serviceaccount:a:b' } } }],
  ['a condition that a function decides', { condition: { 'Fn::If': ['Prod', {}, {}] } }],
  ['an identity pool', { federated: 'cognito-identity.amazonaws.com' }],
  ['another action', { action: 'sts:AssumeRoleWithSAML' }],
  ['a denial', { effect: 'Deny' }],
])('passes a trust with %s', (_name, trust) => {
  expect(found(trust)).toEqual([]);
});
