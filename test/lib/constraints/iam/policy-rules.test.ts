import type { Constraint } from '../../../../lib/constraints/constraint';
import { bucketPolicy } from '../../../../lib/constraints/iam/bucket-policy';
import { conditionKey } from '../../../../lib/constraints/iam/condition-key';
import { keyPolicyLockout } from '../../../../lib/constraints/iam/key-policy-lockout';
import { policyAction, policyActionKnown } from '../../../../lib/constraints/iam/policy-action';
import { policyGrammar } from '../../../../lib/constraints/iam/policy-grammar';
import { policyPrincipal } from '../../../../lib/constraints/iam/policy-principal';
import { policyResource } from '../../../../lib/constraints/iam/policy-resource';
import { trustPolicy } from '../../../../lib/constraints/iam/trust-policy';
import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { breachesOf } from '../llm/around';

/** The property with the policy. */
const property: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
};

/** The breaches of a rule by one policy, without the place of the document. */
function judged(rule: Constraint, type: string, statements: readonly Json[], more: JsonObject = {}): readonly string[] {
  const name = property[type] ?? 'PolicyDocument';
  const policy = { Version: '2012-10-17', Statement: statements };
  return breachesOf(rule, type, { [name]: policy, ...more }).map((one) => one.replace(`#/${name}/Statement/`, ''));
}

const allow = (more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: '*',
  ...more,
});
const without = (statement: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => !names.includes(name)));
const account = { AWS: '111111111111' };
const managed = 'AWS::IAM::ManagedPolicy';
const role = 'AWS::IAM::Role';
const key = 'AWS::KMS::Key';
const assume = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };

describe('what a statement needs', () => {
  test.each<[string, string, readonly Json[], readonly RegExp[]]>([
    ['an identity policy', managed, [allow()], []],
    ['a trust policy', role, [assume], []],
    ['a key policy without Resource', key, [{ Effect: 'Allow', Action: 'kms:*', Principal: account }], []],
    ['an ECR policy without Resource', 'AWS::ECR::Repository', [{ ...assume, Action: 'ecr:GetLifecyclePolicy' }], []],
    ['a queue policy', 'AWS::SQS::QueuePolicy', [allow({ Principal: '*', Sid: 'with space' })], []],
    ['no resource', managed, [without(allow(), 'Resource')], [/^0: .*must contain resources/]],
    ['no action', managed, [without(allow(), 'Action')], [/^0: .*must contain actions/]],
    [
      'a principal in an identity policy',
      managed,
      [allow({ Principal: '*' })],
      [/^0: .*should not specify a principal/],
    ],
    ['no principal in a trust policy', role, [without(assume, 'Principal')], [/^0: Missing required field Principal/]],
    ['no principal in a queue policy', 'AWS::SQS::QueuePolicy', [allow()], [/^0: Missing required field Principal/]],
    ['a resource in a trust policy', role, [{ ...assume, Resource: '*' }], [/^0: Has prohibited field Resource/]],
    ['the same Sid twice', managed, [allow({ Sid: 'A' }), allow({ Sid: 'A' })], [/^1\/Sid: .*must be unique/]],
    ['a Sid with a space', managed, [allow({ Sid: 'a b' })], [/^0\/Sid: .*must be alpha-numeric/]],
    ['two empty Sids', managed, [allow({ Sid: '' }), allow({ Sid: '' })], []],
    ['what the reader finds', managed, [allow({ Effect: 'allow' })], [/^0\/Effect: /]],
  ])('%s', (_name, type, statements, expected) => {
    expect(judged(policyGrammar, type, statements)).toEqual(
      expected.map((one) => expect.stringMatching(one) as string),
    );
  });

  test('every inline policy of a role is judged at its place', () => {
    const policies = [{ PolicyName: 'p', PolicyDocument: { Statement: without(allow(), 'Resource') } }];
    expect(judged(policyGrammar, role, [assume], { Policies: policies })).toEqual([
      expect.stringMatching(/^#\/Policies\/0\/PolicyDocument\/Statement: .*must contain resources/),
    ]);
  });
});

test.each<[string, 'form' | 'name', RegExp]>([
  ['GetObject', 'form', /must be prefaced by a vendor.*'GetObject'/],
  ['s3:GetObject:x', 'form', /only one colon/],
  ['s 3:GetObject', 'form', /Vendor s 3 is not valid/],
  ['s3:GetObjekt', 'name', /GetObjekt is not an action of s3.*did you mean GetObject\?/],
  ['s3x:GetObject', 'name', /s3x is not the prefix of a service/],
  ['sagemeker:InvokeEndpoint', 'name', /did you mean sagemaker\?/],
  ['s3:Gett*', 'name', /s3:Gett\* matches no action of s3/],
  ['toString:x', 'name', /toString is not the prefix/],
])('the action %s has a wrong %s', (action, wrong, expected) => {
  for (const element of ['Action', 'NotAction']) {
    const statement = { ...without(allow(), 'Action'), [element]: [action, { Ref: 'A' }] };
    const found = {
      form: judged(policyAction, managed, [statement]),
      name: judged(policyActionKnown, managed, [statement]),
    };
    expect(found).toEqual({ form: [], name: [], [wrong]: [expect.stringMatching(expected)] });
  }
});

test.each(['*', 's3:*', 's3:GetObject', 'S3:getobject', 's3:Get*', 'bedrock:InvokeModelWithResponseStream', '*:*'])(
  'the action %s is right',
  (action) => {
    expect(judged(policyAction, managed, [allow({ Action: action })])).toEqual([]);
    expect(judged(policyActionKnown, managed, [allow({ Action: action })])).toEqual([]);
  },
);

test('IAM takes an action and a global key that do not exist', () => {
  expect([policyAction, policyActionKnown, conditionKey].map(({ taken }) => taken === true)).toEqual([
    false,
    true,
    true,
  ]);
});

test.each<[string, RegExp | undefined]>([
  ['*', undefined],
  ['arn:aws:s3:::a/*', undefined],
  ['arn:aws-cn:s3:::a', undefined],
  ['arn:*:s3:::a', undefined],
  ['arn:aws:s3:::${aws:username}/*', undefined],
  ['my-bucket', /must be in ARN format/],
  ['s3:a:b', /must be in ARN format/],
  ['arn:awz:s3:::a', /Partition "awz" is not valid/],
  ['arn:aws', /vendor must be fully qualified/],
])('resource %s', (resource, expected) => {
  expect(judged(policyResource, managed, [allow({ Resource: resource })])).toEqual(
    expected === undefined ? [] : [expect.stringMatching(expected) as string],
  );
  expect(judged(policyResource, role, [{ ...assume, Resource: resource }])).toEqual([]);
});

test.each<[JsonObject | string, RegExp | undefined]>([
  ['*', undefined],
  [{ AWS: '*' }, undefined],
  [{ AWS: ['111111111111', 'arn:aws:iam::111111111111:root', { Ref: 'R' }] }, undefined],
  [{ AWS: 'arn:aws:iam::111111111111:role/path/r' }, undefined],
  [{ AWS: 'arn:aws:sts::111111111111:assumed-role/r/session' }, undefined],
  [{ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }, undefined],
  [{ AWS: 'AROAEXAMPLEEXAMPLE123' }, undefined],
  [{ Service: ['lambda.amazonaws.com', 'logs.eu-central-1.amazonaws.com', 'new-service.amazonaws.com'] }, undefined],
  [{ Federated: 'cognito-identity.amazonaws.com' }, undefined],
  [{ Federated: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com' }, undefined],
  [{ CanonicalUser: 'a'.repeat(64) }, undefined],
  [{ AWS: '1111' }, /"AWS":"1111", expected an account of 12 digits/],
  [{ AWS: 'arn:aws:iam::111111111111:group/g' }, /Invalid principal/],
  [{ AWS: 'arn:aws:iam::*:root' }, /Invalid principal/],
  [{ Service: 'lambda' }, /"SERVICE":"lambda"/],
  [{ Service: 'lamda.amazonaws.com' }, /such as lambda\.amazonaws\.com/],
  [{ Federated: 'okta' }, /"FEDERATED":"okta"/],
  [{ CanonicalUser: 'me' }, /64 hexadecimal digits/],
])('principal %j', (principal, expected) => {
  const wanted = expected === undefined ? [] : [expect.stringMatching(expected) as string];
  expect(judged(policyPrincipal, role, [{ ...assume, Principal: principal }])).toEqual(wanted);
  expect(judged(policyPrincipal, managed, [allow({ Principal: principal })])).toEqual([]);
});

test.each<[string, RegExp | undefined]>([
  ['sts:AssumeRole', undefined],
  ['sts:TagSession', undefined],
  ['sts:*', undefined],
  ['s3:GetObject', /only specify STS AssumeRole actions.*'s3:GetObject'/],
])('trust for %s', (action, expected) => {
  expect(judged(trustPolicy, role, [{ ...assume, Action: [action] }])).toEqual(
    expected === undefined ? [] : [expect.stringMatching(expected) as string],
  );
});

test.each<[string, RegExp | undefined]>([
  ['aws:SourceAccount', undefined],
  ['AWS:sourceaccount', undefined],
  ['aws:PrincipalTag/team', undefined],
  ['aws:SomethingNew', undefined],
  ['s3:prefix', undefined],
  ['aws:SourceAcount', /did you mean aws:SourceAccount\?/],
])('condition key %s', (name, expected) => {
  expect(judged(conditionKey, managed, [allow({ Condition: { StringEquals: { [name]: 'a' } } })])).toEqual(
    expected === undefined ? [] : [expect.stringMatching(expected) as string],
  );
});

describe('who can change a key policy', () => {
  const statement = (more: JsonObject): JsonObject => ({
    Effect: 'Allow',
    Action: 'kms:*',
    Principal: account,
    ...more,
  });
  const refused = [expect.stringMatching(/^#\/KeyPolicy: The new key policy will not allow you to update/) as string];
  test.each<[string, JsonObject, boolean]>([
    ['the account', statement({}), true],
    ['by pattern', statement({ Action: ['kms:Put*'] }), true],
    ['everything but', statement({ Action: undefined as unknown as Json, NotAction: 'kms:Decrypt' }), true],
    ['a principal that is a function', statement({ Principal: { AWS: { Ref: 'Admin' } } }), true],
    ['an action that is a function', statement({ Action: { Ref: 'Actions' } }), true],
    ['a denial', statement({ Effect: 'Deny' }), false],
    ['a service alone', statement({ Principal: { Service: 'logs.amazonaws.com' } }), false],
    ['other actions', statement({ Action: ['kms:Encrypt', 'kms:Decrypt'] }), false],
    ['no action', without(statement({}), 'Action'), false],
    ['everything but the change', without(statement({ NotAction: 'kms:Put*' }), 'Action'), false],
  ])('%s', (_name, one, allowed) => {
    expect(judged(keyPolicyLockout, key, [one])).toEqual(allowed ? [] : refused);
    expect(judged(keyPolicyLockout, key, [one], { BypassPolicyLockoutSafetyCheck: true })).toEqual([]);
  });
});

describe('a bucket policy', () => {
  const statement = (action: Json, ...resources: readonly Json[]): JsonObject => ({
    Effect: 'Allow',
    Principal: '*',
    Action: action,
    Resource: resources,
  });
  test.each<[string, JsonObject, RegExp | undefined]>([
    ['the bucket and its objects', statement('s3:*', 'arn:aws:s3:::a', 'arn:aws:s3:::a/*'), undefined],
    ['a function', statement('s3:GetObject', { 'Fn::Sub': '${B.Arn}/*' }), undefined],
    ['objects', statement('s3:GetObject', 'arn:aws:s3:::a/x'), undefined],
    ['another bucket', statement('s3:GetObject', 'arn:aws:s3:::b/*'), /invalid resource.*arn:aws:s3:::b/],
    ['everything', statement('s3:GetObject', '*'), /invalid resource/],
    ['an action of another service', statement('sqs:SendMessage', 'arn:aws:s3:::a'), /invalid action.*sqs:SendMessage/],
    ['an object without object', statement('s3:GetObject', 'arn:aws:s3:::a'), /does not apply.*about the object/],
    ['a bucket without bucket', statement('s3:ListBucket', 'arn:aws:s3:::a/*'), /does not apply.*about the bucket/],
  ])('%s', (_name, one, expected) => {
    expect(judged(bucketPolicy, 'AWS::S3::BucketPolicy', [one], { Bucket: 'a' })).toEqual(
      expected === undefined ? [] : [expect.stringMatching(expected) as string],
    );
  });
});
