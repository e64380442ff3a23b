import type { PropertyValue, ResourceGraph } from '../../../../lib/graph';
import { rights } from '../../../../lib/review/concern/rights';
import { aws } from '../../../helpers/changes';
import { concernsBetween } from '../../../helpers/concerns';
import { resourceNode } from '../../../helpers/resource-node';

type Statement = { [key: string]: PropertyValue };

const allow = (action: PropertyValue, resource: PropertyValue = '*', more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const role = aws('AWS::IAM::Role', 'Role', {});
const policy = (...statements: Statement[]): ResourceGraph => [
  role,
  aws('AWS::IAM::Policy', 'Policy', { PolicyDocument: { Statement: statements }, Roles: [{ Ref: 'Role' }] }),
];
const condition = { Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } };
const trust = (principal: PropertyValue, more: Statement = {}): ResourceGraph => [
  aws('AWS::IAM::Role', 'Role', {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...more }],
    },
  }),
];
const key = (principal: PropertyValue, more: Statement = {}): ResourceGraph => [
  aws('AWS::KMS::Key', 'Key', {
    KeyPolicy: {
      Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', Principal: principal, ...more }],
    },
  }),
];

test.each<[string, ResourceGraph, ResourceGraph, string | undefined]>([
  [
    'another action',
    policy(allow('s3:GetObject')),
    policy(allow(['s3:GetObject', 's3:PutObject'])),
    'warning RightsWidened',
  ],
  ['a wider action', policy(allow('s3:GetObject')), policy(allow('s3:*')), 'warning RightsWidened'],
  [
    'a wider resource',
    policy(allow('s3:GetObject', 'arn:aws:s3:::a/*')),
    policy(allow('s3:GetObject')),
    'warning RightsWidened',
  ],
  [
    'a condition that is gone',
    policy(allow('s3:GetObject', '*', condition)),
    policy(allow('s3:GetObject')),
    'warning RightsWidened',
  ],
  [
    'a denial that is gone',
    policy(allow('s3:*'), { ...allow('s3:DeleteObject'), Effect: 'Deny' }),
    policy(allow('s3:*')),
    'warning RightsWidened',
  ],
  [
    'everything but',
    policy(allow('s3:GetObject')),
    policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    'warning RightsWidened',
  ],
  ['a narrower action', policy(allow('s3:*')), policy(allow('s3:GetObject')), 'note RightsNarrowed'],
  [
    'a condition that is new',
    policy(allow('s3:GetObject')),
    policy(allow('s3:GetObject', '*', condition)),
    'note RightsNarrowed',
  ],
  ['another order', policy(allow(['a:B', 'a:C'])), policy(allow(['a:C', 'a:B'])), undefined],
  ['two statements that were one', policy(allow(['a:B', 'a:C'])), policy(allow('a:B'), allow('a:C')), undefined],
  [
    'the same right from another policy',
    policy(allow('a:B')),
    [{ ...role, properties: { Policies: [{ PolicyDocument: { Statement: [allow('a:B')] } }] } }],
    undefined,
  ],
  [
    'a managed policy',
    [role],
    [{ ...role, properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } }],
    'warning RightsWidened',
  ],
  [
    'trust of another service',
    trust({ Service: 'lambda.amazonaws.com' }),
    trust({ Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] }),
    'warning RightsWidened',
  ],
  ['trust of everybody', trust({ Service: 'lambda.amazonaws.com' }), trust('*'), 'block RightsOpened'],
  ['trust of everybody with a condition', trust({ AWS: '*' }, condition), trust({ AWS: '*' }, condition), undefined],
  [
    'a key for another account',
    key({ AWS: 'arn:aws:iam::111111111111:root' }),
    key({ AWS: ['arn:aws:iam::111111111111:root', 'arn:aws:iam::222222222222:root'] }),
    'warning RightsWidened',
  ],
  ['a key for everybody', key({ AWS: 'arn:aws:iam::111111111111:root' }), key({ AWS: '*' }), 'block RightsOpened'],
  ['a new role', [], policy(allow('s3:*')), undefined],
])('%s', (_title, base, next, expected) => {
  const found = concernsBetween(rights, base, next).filter(
    ({ code }) => expected === undefined || code !== 'RightsNarrowed' || expected.includes(code),
  );
  expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual(expected === undefined ? [] : [expected]);
});

test('before and after are in words, of the same service', () => {
  const [concern] = concernsBetween(
    rights,
    policy(allow('s3:GetObject', 'arn:aws:s3:::a/*'), allow('kms:Decrypt')),
    policy(allow('s3:*'), allow('kms:Decrypt')),
  );
  expect(concern).toMatchObject({ before: 's3:GetObject on arn:aws:s3:::a/*', after: 's3:* on *' });
});

test.each([
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::a/*' }, 'arn:${AWS::Partition}:s3:::a/*'],
  [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'Bucket.Arn'],
  [{ Ref: 'Bucket' }, 'Bucket'],
])('a reference is named by what it refers to: %j', (resource, words) => {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: resource };
  const [concern] = concernsBetween(rights, policy(statement), policy(allow('s3:*')));
  expect(concern).toMatchObject({ before: `s3:GetObject on ${words}` });
});

test('a role assignment for an identity that is there is wider, one for a new identity is not', () => {
  const identity = resourceNode({
    type: 'azure-native:managedidentity:UserAssignedIdentity',
    address: 'urn:pulumi:dev::p::t::runtime',
  });
  const assignment = resourceNode({
    type: 'azure-native:authorization:RoleAssignment',
    address: 'urn:pulumi:dev::p::t::assignment',
    properties: { principalId: `\${${identity.address}#principalId}`, roleDefinitionId: '/x/Owner', scope: '/s' },
  });
  expect(concernsBetween(rights, [identity], [identity, assignment])).toMatchObject([
    { code: 'RightsWidened', after: 'the role Owner on /s' },
  ]);
  expect(concernsBetween(rights, [], [identity, assignment])).toEqual([]);
});
