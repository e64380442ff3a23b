import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { callerOf, roleKey } from '../../../../lib/local/aws/credentials';
import { testAccount, testRegion } from './engine';
import { client } from './wire';

const otherAccount = '222222222222';
let cloud: LocalAws;

beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

const role = (name: string, trusted: string): unknown => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: name,
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: trusted } }],
    },
  },
});

test('fails on a host that is not loopback', async () => {
  await expect(startLocalAws({ host: '0.0.0.0' })).rejects.toMatchObject({
    code: 'NotLoopback',
    message: expect.stringContaining('0.0.0.0') as unknown,
  });
});

test('fails on a taken port, naming the port and, on Linux, the process', async () => {
  const holder = createServer();
  const port = await new Promise<number>((resolve) => {
    holder.listen(0, '127.0.0.1', () => {
      const address = holder.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const expected =
    process.platform === 'linux'
      ? `port ${port} is already taken by .*\\(pid ${process.pid}\\)`
      : `port ${port} is already taken`;
  await expect(startLocalAws({ port })).rejects.toMatchObject({
    code: 'PortTaken',
    message: expect.stringMatching(expected) as unknown,
  });
  await new Promise((resolve) => holder.close(resolve));
});

test('the access key id decides the account, the signature the region', async () => {
  const identity = await client(cloud, otherAccount, 'us-east-1').query('sts', 'GetCallerIdentity', {});
  expect(identity.text).toContain(`<Account>${otherAccount}</Account>`);
  expect(cloud.requests().at(-1)).toMatchObject({
    account: otherAccount,
    region: 'us-east-1',
    service: 'sts',
    action: 'GetCallerIdentity',
    outcome: 'ok',
  });
});

test('fails on an access key id this cloud never issued, and logs it', async () => {
  const answer = await client(cloud, testAccount, testRegion, 'AKIAIOSFODNN7EXAMPLE').query(
    'sts',
    'GetCallerIdentity',
    {},
  );
  expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('<Code>InvalidClientTokenId</Code>')]);
  expect(cloud.requests().at(-1)).toMatchObject({
    account: undefined,
    outcome: 'refused',
    errorCode: 'InvalidClientTokenId',
  });
});

test('fails on an action without an implementation, and logs it', async () => {
  const answer = await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStackSet', {
    StackName: 'x',
  });
  expect([answer.status, answer.text]).toEqual([
    400,
    expect.stringContaining('does not implement cloudformation:CreateStackSet'),
  ]);
  expect(cloud.requests().at(-1)).toMatchObject({
    action: 'CreateStackSet',
    resource: 'x',
    outcome: 'refused',
    errorCode: 'InvalidAction',
  });
});

test('an assumed role works on the state of the account that owns the role', async () => {
  const owner = client(cloud, otherAccount, testRegion);
  const template = JSON.stringify({
    Resources: {
      R: role('deployer', testAccount),
      Reads: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'reads',
          Roles: [{ Ref: 'R' }],
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'ssm:GetParameter', Resource: '*' }],
          },
        },
      },
      P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/theirs', Type: 'String', Value: 'yes' } },
    },
  });
  await owner.query('cloudformation', 'CreateStack', {
    StackName: 'Trust',
    TemplateBody: template,
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  const arn = `arn:aws:iam::${otherAccount}:role/deployer`;
  const assumed = await client(cloud, testAccount, testRegion).query('sts', 'AssumeRole', {
    RoleArn: arn,
    RoleSessionName: 'me',
  });
  const key = /<AccessKeyId>(.*?)<\/AccessKeyId>/.exec(assumed.text)?.[1] ?? '';
  const session = client(cloud, otherAccount, testRegion, key);
  expect((await session.ssm('GetParameter', { Name: '/theirs' })).body).toMatchObject({
    Parameter: { Value: 'yes', Version: 1 },
  });
  expect(cloud.requests().at(-1)).toMatchObject({
    account: otherAccount,
    role: 'deployer',
    service: 'ssm',
    action: 'GetParameter',
    resource: '/theirs',
  });
  const refused = await client(cloud, '333333333333', testRegion).query('sts', 'AssumeRole', {
    RoleArn: arn,
    RoleSessionName: 'me',
  });
  expect([refused.status, refused.text]).toEqual([
    403,
    expect.stringContaining('because no resource-based policy allows the sts:AssumeRole action'),
  ]);
});

test('fails on a role that does not exist', async () => {
  const answer = await client(cloud, testAccount, testRegion).query('sts', 'AssumeRole', {
    RoleArn: `arn:aws:iam::${testAccount}:role/absent`,
    RoleSessionName: 'me',
  });
  expect(answer.text).toContain('the role does not exist');
});

test('a role key reads back as the role it was issued for', () => {
  expect(callerOf(roleKey(testAccount, 'cdk-deploy+x', 'aws-cdk-user'))).toEqual({
    account: testAccount,
    role: { name: 'cdk-deploy+x', session: 'aws-cdk-user' },
  });
});

test('fails on deleting a stack under termination protection', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  const TemplateBody = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
  await query('cloudformation', 'CreateStack', {
    StackName: 'Safe',
    TemplateBody,
    EnableTerminationProtection: 'true',
  });
  expect((await query('cloudformation', 'DeleteStack', { StackName: 'Safe' })).text).toContain(
    'TerminationProtection is enabled',
  );
  await query('cloudformation', 'UpdateTerminationProtection', {
    StackName: 'Safe',
    EnableTerminationProtection: 'false',
  });
  expect((await query('cloudformation', 'DeleteStack', { StackName: 'Safe' })).status).toBe(200);
});

test('a deleted stack is gone by name and still there by ARN', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  const TemplateBody = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
  const created = await query('cloudformation', 'CreateStack', { StackName: 'Brief', TemplateBody });
  const id = /<StackId>(.*?)<\/StackId>/.exec(created.text)?.[1] ?? '';
  await query('cloudformation', 'DeleteStack', { StackName: id });
  expect((await query('cloudformation', 'DescribeStacks', { StackName: 'Brief' })).status).toBe(400);
  expect((await query('cloudformation', 'DescribeStacks', { StackName: id })).text).toContain(
    '<StackStatus>DELETE_COMPLETE</StackStatus>',
  );
});

test('events come newest first, a page at a time, each once and in strictly falling time', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  const Resources = Object.fromEntries(
    Array.from({ length: 60 }, (_unused, index) => [`T${index}`, { Type: 'AWS::SNS::Topic' }]),
  );
  await query('cloudformation', 'CreateStack', { StackName: 'Many', TemplateBody: JSON.stringify({ Resources }) });
  const times: number[] = [];
  for (let token: string | undefined = ''; token !== undefined;) {
    const page = await query('cloudformation', 'DescribeStackEvents', {
      StackName: 'Many',
      ...(token === '' ? {} : { NextToken: token }),
    });
    times.push(...[...page.text.matchAll(/<Timestamp>(.*?)<\/Timestamp>/g)].map(([, time = '']) => Date.parse(time)));
    token = /<NextToken>(.*?)<\/NextToken>/.exec(page.text)?.[1];
  }
  expect(times).toHaveLength(60 * 3 + 2);
  expect(times.every((time, index) => index === 0 || time < (times[index - 1] ?? 0))).toBe(true);
});

test.each([
  ['GET', '/%zz/%'],
  ['PUT', '/bucket/%E0%A4%A'],
  ['POST', '/'],
  ['DELETE', '/a?uploadId=1'],
])('fails on %s %s with an answer, and keeps serving', async (method, path) => {
  const answer = await client(cloud, testAccount, testRegion).s3(method, path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(cloud.requests().at(-1)?.outcome).toBe('refused');
});

test.each([
  ['AWSTemplateFormatVersion: [', 'YAML not well-formed'],
  ['{"Resources":', 'JSON not well-formed'],
  [
    '{"Resources":{"A":{"Type":"AWS::SNS::Topic"},"A":{"Type":"AWS::SQS::Queue"}}}',
    'JSON not well-formed. (line 1, column 46) the key is used twice',
  ],
  ['Resources:\n  A: !Nope x', 'YAML not well-formed. (line 2, column 6) CloudFormation has no such tag'],
  ['just text', 'unsupported structure'],
  [
    '{"Resources":{"A":{"Type":"AWS::SNS::Topic","Propertys":{}}}}',
    "Invalid template resource property 'Propertys' in resource A",
  ],
  ['{"Resources":{"A":{"Type":"AWS::SNS::Topic"}},"Transform":"Example"}', 'No transform named Example found'],
  [
    '{"Resources":{"A":{"Type":"AWS::SNS::Topic","Properties":{"DisplayName":{"Fn::Join":["",null]}}}}}',
    "'null' values are not allowed in templates",
  ],
  ['{"Resources":{"A":null}}', 'resource A must be an object'],
])('fails on the template %s', async (TemplateBody, message) => {
  const answer = await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'Garbage',
    TemplateBody,
  });
  expect(answer.status).toBe(400);
  expect(answer.xml).toMatchObject({
    ErrorResponse: {
      Error: { Type: 'Sender', Code: 'ValidationError', Message: expect.stringContaining(message) as unknown },
    },
  });
});

test('a key of another issuer belongs to the foreign account, or is refused', () => {
  expect(callerOf('test')).toBeUndefined();
  expect(callerOf('test', testAccount)).toEqual({ account: testAccount });
  expect(callerOf('AKIALOCAL999999999999', testAccount)).toEqual({ account: '999999999999' });
});

test('closing twice is no error', async () => {
  const other = await startLocalAws();
  await other.close();
  await expect(other.close()).resolves.toBeUndefined();
});

test('a cloud with a state folder is closed once, however often it is asked', async () => {
  const state = mkdtempSync(join(tmpdir(), 'llmops-closed-'));
  const kept = await startLocalAws({ state });
  await kept.close();
  await expect(kept.close()).resolves.toBeUndefined();
  rmSync(state, { recursive: true, force: true });
});
