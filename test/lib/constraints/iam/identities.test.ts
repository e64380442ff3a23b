import { kmsKeyExists } from '../../../../lib/constraints/iam/kms-key-exists';
import { lambdaPermission } from '../../../../lib/constraints/iam/lambda-permission';
import { managedPolicy } from '../../../../lib/constraints/iam/managed-policy';
import { policyAttached } from '../../../../lib/constraints/iam/policy-attached';
import {
  inlinePolicySize,
  managedPolicySize,
  trustPolicyAboveDefault,
  trustPolicySize,
} from '../../../../lib/constraints/iam/policy-size';
import { principalExists } from '../../../../lib/constraints/iam/principal-exists';
import { serviceRole } from '../../../../lib/constraints/iam/service-role';
import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { breaches, breachesOf, cloud, known, template } from '../llm/around';

const text = (expected: RegExp | undefined) =>
  expected === undefined ? [] : [expect.stringMatching(expected) as string];

describe('the role of a service', () => {
  const arn = 'arn:aws:iam::111111111111:role/run';
  const trust = (service: Json, more: JsonObject = {}): JsonObject => ({
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service }, ...more }],
  });
  const check = (document: Json, value: Json = arn) =>
    breachesOf(
      serviceRole,
      'AWS::Lambda::Function',
      { Role: value },
      cloud([known('AWS::IAM::Role', 'run', { AssumeRolePolicyDocument: document }, arn)]),
    );

  test.each<[string, Json]>([
    ['the service', trust('lambda.amazonaws.com')],
    ['the service of the region', trust('lambda.eu-central-1.amazonaws.com')],
    ['the service among others', trust(['ec2.amazonaws.com', 'lambda.amazonaws.com'])],
    ['a service that is a function', trust({ Ref: 'Service' })],
    ['everyone', trust('', { Principal: { AWS: '*' } })],
    ['by every action of sts', trust('lambda.amazonaws.com', { Action: 'sts:*' })],
  ])('accepts trust in %s', (_name, document) => {
    expect(check(document)).toEqual([]);
    expect(check(document, { 'Fn::GetAtt': ['run', 'Arn'] })).toEqual([]);
  });

  test.each<[string, Json, string]>([
    ['another service', trust('ec2.amazonaws.com'), 'ec2.amazonaws.com'],
    ['the service of another region', trust('lambda.us-east-1.amazonaws.com'), 'lambda.us-east-1.amazonaws.com'],
    ['the service in a denial', trust('lambda.amazonaws.com', { Effect: 'Deny' }), ''],
    ['the service for another action', trust('lambda.amazonaws.com', { Action: 'sts:TagSession' }), ''],
    ['no service', { Statement: [] }, ''],
  ])('refuses trust in %s', (_name, document, named) => {
    expect(check(document)).toEqual([
      `#/Role: The role ${arn} cannot be assumed by lambda.amazonaws.com: its trust policy names [${named}]`,
    ]);
  });

  test('a role must exist, unless it may be elsewhere', () => {
    const function_ = (role: Json, around = cloud()) =>
      breachesOf(serviceRole, 'AWS::Lambda::Function', { Role: role }, around);
    expect(function_(arn)).toEqual([
      `#/Role: The role ${arn} cannot be assumed by lambda.amazonaws.com: there is no such role`,
    ]);
    expect(function_(arn, template())).toEqual([]);
    expect(function_({ 'Fn::GetAtt': ['Nested', 'Outputs.Role'] })).toEqual([]);
    expect(function_('arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/y')).toEqual([]);
    expect(breachesOf(serviceRole, 'AWS::Scheduler::Schedule', { Target: { RoleArn: arn } }, cloud())).toEqual([
      expect.stringMatching(/^#\/Target\/RoleArn: .*scheduler\.amazonaws\.com/),
    ]);
    expect(breachesOf(serviceRole, 'AWS::Lambda::Function', {}, cloud())).toEqual([]);
  });
});

describe('a principal of a policy', () => {
  const arn = (name: string, account = '111111111111') => `arn:aws:iam::${account}:${name}`;
  const around = cloud([
    known('AWS::IAM::Role', 'R', {}, arn('role/path/r')),
    known('AWS::IAM::User', 'U', {}, arn('user/u')),
  ]);
  const policy = (AWS: Json) => ({
    Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS } }],
  });
  test.each<[Json, boolean]>([
    [arn('role/path/r'), true],
    [arn('user/u'), true],
    [arn('root'), true],
    ['111111111111', true],
    ['*', true],
    [{ 'Fn::GetAtt': ['Elsewhere', 'Arn'] }, true],
    [arn('role/aws-service-role/x.amazonaws.com/y'), true],
    [arn('role/r'), false],
    [arn('user/none'), false],
  ])('%j', (AWS, exists) => {
    expect(breachesOf(principalExists, 'AWS::KMS::Key', { KeyPolicy: policy(AWS) }, around)).toEqual(
      text(exists ? undefined : /^#\/KeyPolicy\/Statement\/0\/Principal\/AWS: Policy contains .*invalid principals/),
    );
    expect(breachesOf(principalExists, 'AWS::S3::BucketPolicy', { PolicyDocument: policy(AWS) }, around)).toEqual(
      text(exists ? undefined : /Invalid principal in policy: "AWS":/),
    );
    expect(breachesOf(principalExists, 'AWS::KMS::Key', { KeyPolicy: policy(AWS) }, template())).toEqual([]);
  });
});

test.each<[Json, boolean]>([
  ['events.amazonaws.com', true],
  ['111111111111', true],
  ['*', true],
  [{ Ref: 'P' }, true],
  ['arn:aws:iam::111111111111:role/r', true],
  ['evnts.amazonaws.com', false],
  ['events', false],
])('a permission of %j', (Principal, accepted) => {
  expect(breaches(lambdaPermission, { Principal })).toEqual(
    text(accepted ? undefined : /^#\/Principal: The provided principal was invalid/),
  );
});

describe('a KMS key', () => {
  const keyArn = 'arn:aws:kms:eu-central-1:111111111111:key/k1';
  const around = cloud([
    known('AWS::KMS::Key', 'Key', {}, 'k1', keyArn),
    known('AWS::KMS::Alias', 'Alias', { AliasName: 'alias/mine' }, 'alias/mine'),
  ]);
  test.each<[string, string, JsonObject, RegExp | undefined]>([
    ['AWS::KMS::Alias', 'a key ID', { TargetKeyId: 'k1' }, undefined],
    ['AWS::KMS::Alias', 'a key ARN', { TargetKeyId: keyArn }, undefined],
    ['AWS::KMS::Alias', 'a function', { TargetKeyId: { Ref: 'Elsewhere' } }, undefined],
    ['AWS::KMS::Alias', 'no key', { TargetKeyId: 'k2' }, /^#\/TargetKeyId: Key 'k2' does not exist/],
    ['AWS::SQS::Queue', 'an alias', { KmsMasterKeyId: 'alias/mine' }, undefined],
    ['AWS::SQS::Queue', 'an alias of AWS', { KmsMasterKeyId: 'alias/aws/sqs' }, undefined],
    ['AWS::SQS::Queue', 'no alias', { KmsMasterKeyId: 'alias/none' }, /Alias alias\/none is not found/],
    ['AWS::SQS::Queue', 'nothing', {}, undefined],
    ['AWS::SQS::Queue', 'an empty text', { KmsMasterKeyId: '' }, undefined],
    [
      'AWS::DynamoDB::Table',
      'the ARN of an alias of another account',
      { SSESpecification: { KMSMasterKeyId: 'arn:aws:kms:eu-central-1:222222222222:alias/theirs' } },
      undefined,
    ],
    ['AWS::DynamoDB::Table', 'no key', { SSESpecification: { KMSMasterKeyId: 'k3' } }, /KMSMasterKeyId: Key 'k3'/],
  ])('%s: %s', (type, _name, properties, expected) => {
    expect(breachesOf(kmsKeyExists, type, properties, around)).toEqual(text(expected));
    expect(breachesOf(kmsKeyExists, type, properties, template())).toEqual([]);
  });
});

describe('a managed policy', () => {
  const mine = 'arn:aws:iam::111111111111:policy/mine';
  const around = cloud([known('AWS::IAM::ManagedPolicy', 'Mine', {}, mine)]);
  test.each<[Json, RegExp | undefined]>([
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', undefined],
    ['arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', undefined],
    [mine, undefined],
    [{ Ref: 'Elsewhere' }, undefined],
    ['arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole', /did you mean service-role\/AWSLambdaBasicExecutionRole\?/],
    ['arn:aws:iam::aws:policy/ReadOnlyAcces', /did you mean ReadOnlyAccess\?/],
    ['arn:aws:iam::aws:policy/Nothing/AtAllLikeThis', /does not exist or is not attachable.*2026-09-30$/],
    ['arn:aws:iam::111111111111:policy/none', /policy\/none does not exist/],
    ['ReadOnlyAccess', /ARN ReadOnlyAccess is not valid/],
  ])('%j', (value, expected) => {
    expect(breachesOf(managedPolicy, 'AWS::IAM::Role', { ManagedPolicyArns: [value] }, around)).toEqual(text(expected));
    expect(breachesOf(managedPolicy, 'AWS::IAM::User', { PermissionsBoundary: value }, around)).toEqual(text(expected));
    const set = { ManagedPolicies: [value], PermissionsBoundary: { ManagedPolicyArn: value } };
    expect(breachesOf(managedPolicy, 'AWS::SSO::PermissionSet', set, around)).toEqual(text(expected));
  });
});

test.each<[JsonObject, boolean]>([
  [{}, false],
  [{ Roles: [] }, false],
  [{ Roles: [], Users: [{ Ref: 'U' }] }, true],
  [{ Groups: { 'Fn::If': ['a', [], []] } }, true],
])('an inline policy attached to %j', (properties, accepted) => {
  expect(breaches(policyAttached, properties)).toEqual(text(accepted ? undefined : /^#: At least one of/));
});

describe('sizes', () => {
  /** A policy document of exactly that many characters as JSON. */
  const document = (length: number) => ({ a: 'x'.repeat(length - '{"a":""}'.length) });

  test('a managed policy may have 6,144 characters, and a function has none', () => {
    expect(breaches(managedPolicySize, { PolicyDocument: document(6144) })).toEqual([]);
    expect(breaches(managedPolicySize, { PolicyDocument: { a: { 'Fn::Sub': 'x'.repeat(7000) } } })).toEqual([]);
    expect(breaches(managedPolicySize, { PolicyDocument: document(6145) })).toEqual([
      '#/PolicyDocument: Cannot exceed quota for PolicySize: 6144; the document has 6145 characters',
    ]);
  });

  test('a trust policy may have 4,096 characters, and 2,048 without a raised quota', () => {
    expect(trustPolicyAboveDefault(document(2048))).toBeUndefined();
    expect(trustPolicyAboveDefault(document(2049))).toBe(2049);
    expect(breaches(trustPolicySize, { AssumeRolePolicyDocument: document(4096) })).toEqual([]);
    expect(breaches(trustPolicySize, { AssumeRolePolicyDocument: document(4097) })).toEqual([
      '#/AssumeRolePolicyDocument: Cannot exceed quota for ACLSizePerRole: 4096; the trust policy has 4097 characters',
    ]);
  });

  test('the inline policies of a role may have 10,240 characters together', () => {
    const policy = (id: string, length: number, role = 'r') =>
      known('AWS::IAM::Policy', id, { Roles: [role], PolicyDocument: document(length) });
    const role = known('AWS::IAM::Role', 'r', { Policies: [{ PolicyName: 'p', PolicyDocument: document(3000) }] });
    const check = (length: number, ...around: ReturnType<typeof policy>[]) =>
      breaches(inlinePolicySize, { Roles: ['q', 'r'], PolicyDocument: document(length) }, cloud(around));
    const refused = [
      '#/PolicyDocument: Maximum policy size of 10240 bytes exceeded for role r: its inline policies have 10241 characters',
    ];
    expect(check(10_240, policy('It', 5000), policy('Other', 5000, 'other'))).toEqual([]);
    expect(check(5000, policy('A', 5240))).toEqual([]);
    expect(check(5001, policy('A', 5240))).toEqual(refused);
    expect(check(7240, role)).toEqual([]);
    expect(check(7241, role)).toEqual(refused);
  });
});
