import type { LocalAwsEvent } from '../../../../../lib/local/aws';
import type { TestTemplate } from '../engine';
import { Engine, failures, output } from '../engine';

const model = {
  Type: 'AWS::SageMaker::Model',
  Properties: { ModelName: 'm', ExecutionRoleArn: 'arn:aws:iam::111111111111:role/r' },
};
const fn = (code: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): TestTemplate => ({
  Resources: {
    B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'code' } },
    F: {
      Type: 'AWS::Lambda::Function',
      DependsOn: 'B',
      Properties: { Role: 'arn:aws:iam::111111111111:role/r', Code: code, ...more },
    },
  },
});
const parameter = (properties: Readonly<Record<string, unknown>>): TestTemplate => ({
  Resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', ...properties } } },
});
const inline = (count: number): TestTemplate => ({
  Resources: {
    R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', AssumeRolePolicyDocument: {} } },
    ...Object.fromEntries(
      Array.from({ length: count }, (_unused, index) => [
        `Q${index}`,
        {
          Type: 'AWS::IAM::Policy',
          Properties: {
            PolicyName: `q${index}`,
            Roles: [{ Ref: 'R' }],
            PolicyDocument: { Statement: 'x'.repeat(6000) },
          },
        },
      ]),
    ),
  },
});
const assumed = (service: string): TestTemplate => ({
  Resources: {
    R: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: service } },
        },
      },
    },
    F: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['R', 'Arn'] }, Code: { ZipFile: 'x' } } },
  },
});
test.each<[string, TestTemplate]>([
  ['a function role Lambda may assume', assumed('lambda.amazonaws.com')],
  ['a parameter of the advanced tier', parameter({ Value: 'x'.repeat(4097), Tier: 'Advanced' })],
  ['an inline policy within its quota', inline(1)],
  ['an environment of 4 KB', fn({ ZipFile: 'x' }, { Environment: { Variables: { A: 'x'.repeat(4088) } } })],
])('accepts %s', (_name, template) => {
  const engine = new Engine();
  expect(failures(engine.deploy(engine.stack('S'), template))).toEqual([]);
});

test.each<[string, TestTemplate, RegExp]>([
  [
    'function code that was never uploaded',
    fn({ S3Bucket: 'code', S3Key: 'a.zip' }),
    /^F: .*NoSuchKey.*#\/Code\/S3Key/,
  ],
  ['function code in a bucket that does not exist', fn({ S3Bucket: 'none', S3Key: 'a.zip' }), /^F: .*NoSuchBucket/],
])('fails on %s', (_name, template, reason) => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), template);
  expect(stack.status).toBe('ROLLBACK_COMPLETE');
  expect(failures(stack)[0]).toMatch(reason);
});

test('a role that no stack created is reported as unchecked', () => {
  const seen: LocalAwsEvent[] = [];
  const engine = new Engine('test', (event) => seen.push(event));
  const stack = engine.deploy(engine.stack('S'), { Resources: { M: model } });
  expect(stack.status).toBe('CREATE_COMPLETE');
  expect(seen.filter(({ kind }) => kind === 'unverified')).toMatchObject([
    { logicalId: 'M', what: expect.stringContaining('role/r was not created in the local cloud') as unknown },
  ]);
});

test('a stand-in gives a custom resource its attributes and is reported; another attribute is refused', () => {
  const seen: LocalAwsEvent[] = [];
  const engine = new Engine('test', (event) => seen.push(event), {
    'Custom::Lookup': { what: 'answers 42', attributes: ({ Key }) => ({ Answer: `${JSON.stringify(Key)}=42` }) },
  });
  const template = (attribute: string): TestTemplate => ({
    Resources: { C: { Type: 'Custom::Lookup', Properties: { ServiceToken: 'arn:x', Key: 'k' } } },
    Outputs: { O: { Value: { 'Fn::GetAtt': ['C', attribute] } } },
  });
  expect(output(engine.deploy(engine.stack('S'), template('Answer')), 'O')).toBe(`"k"=42`);
  expect(seen.filter(({ kind }) => kind === 'simulated')).toMatchObject([{ logicalId: 'C', what: 'answers 42' }]);
  expect(() => engine.plan(engine.stack('T'), template('Other'))).toThrow(
    /resource C does not support attribute type Other/,
  );
});
