import type { LocalAwsEvent } from '../../../../../lib/local/aws';
import type { TestTemplate } from '../engine';
import { Engine, failures, output } from '../engine';

const trust = (action: string | readonly string[] = 'sts:AssumeRole') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Principal: { Service: 'lambda.amazonaws.com' } }],
});
const fn = (code: Readonly<Record<string, unknown>>, role: unknown = { 'Fn::GetAtt': ['R', 'Arn'] }): TestTemplate => ({
  Resources: {
    B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'code' } },
    R: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust() } },
    F: {
      Type: 'AWS::Lambda::Function',
      DependsOn: 'B',
      Properties: { Role: role, Code: code, Handler: 'index.handler', Runtime: 'nodejs22.x' },
    },
  },
});

test.each<[string, TestTemplate, RegExp]>([
  [
    'function code that was never uploaded',
    fn({ S3Bucket: 'code', S3Key: 'a.zip' }),
    /^F: .*#\/Code\/S3Key: .*NoSuchKey/,
  ],
  ['function code in a bucket that does not exist', fn({ S3Bucket: 'none', S3Key: 'a.zip' }), /^F: .*NoSuchBucket/],
  [
    'a role that does not exist',
    fn({ ZipFile: 'x' }, 'arn:aws:iam::111111111111:role/none'),
    /^F: .*#\/Role: The role .*role\/none cannot be assumed by lambda.amazonaws.com: there is no such role/,
  ],
])('fails on %s', (_name, template, reason) => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), template);
  expect(stack.status).toBe('ROLLBACK_COMPLETE');
  expect(failures(stack)[0]).toMatch(reason);
});

test('accepts a function whose role exists', () => {
  const engine = new Engine();
  expect(failures(engine.deploy(engine.stack('S'), fn({ ZipFile: 'x' })))).toEqual([]);
});

test.each<[string, TestTemplate, RegExp]>([
  [
    'a role of another account',
    fn({ ZipFile: 'x' }, 'arn:aws:iam::333333333333:role/r'),
    /^role .*role\/r is of another account, so its trust in lambda.amazonaws.com is not checked$/,
  ],
  [
    'a trust policy above the default quota',
    {
      Resources: {
        R: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: trust(Array.from({ length: 130 }, () => 'sts:AssumeRole')) },
        },
      },
    },
    /^the trust policy has \d+ characters: accounts allow 2048 unless the quota was raised$/,
  ],
])('%s is reported as unchecked', (_name, template, what) => {
  const seen: LocalAwsEvent[] = [];
  const engine = new Engine('test', (event) => seen.push(event));
  expect(failures(engine.deploy(engine.stack('S'), template))).toEqual([]);
  expect(seen.filter(({ kind }) => kind === 'unverified')).toMatchObject([
    { what: expect.stringMatching(what) as unknown },
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
