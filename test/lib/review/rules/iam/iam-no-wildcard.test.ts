import type { ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { iamNoWildcard } from '../../../../../lib/review/rules/iam/iam-no-wildcard';
import { resourceNode } from '../../../../helpers/resource-node';

function found(type: string, properties: ResourceNode['properties']): readonly (readonly [string, string])[] {
  const { findings } = check([resourceNode({ type, properties })], [iamNoWildcard]);
  return findings.map(({ path, message }) => [path, message]);
}

function policy(...statements: readonly ResourceNode['properties'][]): readonly (readonly [string, string])[] {
  return found('AWS::IAM::Policy', { PolicyDocument: { Statement: statements } });
}

const bucket = 'arn:aws:s3:::b';
const action = 'PolicyDocument.Statement.0.Action';
const resource = 'PolicyDocument.Statement.0.Resource';

test.each([
  [
    'a subscription, which has no resource',
    { Effect: 'Allow', Action: ['aws-marketplace:Subscribe', 'aws-marketplace:ViewSubscriptions'], Resource: '*' },
    [],
  ],
  [
    'the linked role of one service',
    {
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' } },
    },
    [],
  ],
  [
    'the linked role of any service',
    { Effect: 'Allow', Action: 'iam:CreateServiceLinkedRole', Resource: '*' },
    [[resource, 'allows iam:CreateServiceLinkedRole on every resource']],
  ],
  ['an action and a resource by name', { Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/*` }, []],
  ['every action of a service', { Effect: 'Allow', Action: ['s3:*'], Resource: bucket }, [[action, 'allows s3:*']]],
  ['every action', { Effect: 'Allow', Action: '*', Resource: bucket }, [[action, 'allows *']]],
  [
    'an action on every resource',
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' },
    [[resource, 'allows s3:GetObject, s3:PutObject on every resource']],
  ],
  [
    'every resource in a list',
    { Effect: 'Allow', Action: 's3:GetObject', Resource: [bucket, '*'] },
    [[resource, 'allows s3:GetObject on every resource']],
  ],
  [
    'every action on every resource',
    { Effect: 'Allow', Action: ['*', 's3:*'], Resource: '*' },
    [
      [action, 'allows *'],
      [action, 'allows s3:*'],
      [resource, 'allows *, s3:* on every resource'],
    ],
  ],
  [
    'every action but some',
    { Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' },
    [
      ['PolicyDocument.Statement.0.NotAction', 'allows everything except iam:*'],
      [resource, 'allows its actions on every resource'],
    ],
  ],
  [
    'every resource but one',
    { Effect: 'Allow', Action: 's3:GetObject', NotResource: { Ref: 'B' } },
    [['PolicyDocument.Statement.0.NotResource', 'allows everything except what it lists']],
  ],
  ['a prefix of actions', { Effect: 'Allow', Action: 's3:Get*', Resource: bucket }, []],
  ['everything denied', { Effect: 'Deny', Action: '*', Resource: '*' }, []],
  ['references as resources', { Effect: 'Allow', Action: 's3:GetObject', Resource: [{ Ref: 'B' }] }, []],
  [
    'one limitable action among those that are not',
    { Effect: 'Allow', Action: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage'], Resource: '*' },
    [[resource, 'allows ecr:GetAuthorizationToken, ecr:BatchGetImage on every resource']],
  ],
])('judges a policy with %s', (_name, statement, expected) => {
  expect(policy(statement)).toEqual(expected);
});

test.each([
  'cloudwatch:PutMetricData',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ecr:GetAuthorizationToken',
])('passes %s on every resource: IAM cannot limit it', (name) => {
  expect(policy({ Effect: 'Allow', Action: name, Resource: '*' })).toEqual([]);
});

test('numbers the statements of a list, and reads a single one', () => {
  const wide = { Effect: 'Allow', Action: '*', Resource: bucket };
  const narrow = { Effect: 'Allow', Action: 's3:GetObject', Resource: bucket };
  expect(policy(narrow, wide)).toEqual([['PolicyDocument.Statement.1.Action', 'allows *']]);
  expect(found('AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: wide } })).toEqual([[action, 'allows *']]);
});

test('reads every inline policy of a role', () => {
  const document = { Statement: { Effect: 'Allow', Action: '*', Resource: bucket } };
  expect(found('AWS::IAM::Role', { Policies: ['text', {}, { PolicyDocument: document }] })).toEqual([
    ['Policies.2.PolicyDocument.Statement.0.Action', 'allows *'],
  ]);
});

test('leaves resource policies, documents without statements and references alone', () => {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  expect(found('AWS::S3::BucketPolicy', { PolicyDocument: { Statement: statement } })).toEqual([]);
  expect(found('AWS::IAM::Policy', { PolicyDocument: {} })).toEqual([]);
  expect(found('AWS::IAM::Policy', { PolicyDocument: ['text'] })).toEqual([]);
  expect(found('AWS::IAM::Policy', { PolicyDocument: { Statement: ['text', null] } })).toEqual([]);
});
