import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

const otherAccount = '222222222222';

/** Statements of a trust policy; `Effect` and `Action` have their usual values. */
type Statement = Readonly<Record<string, unknown>>;

let cloud: LocalAws;
let roles = 0;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

/** Creates a role with the trust policy in the test account, and assumes it from an account. */
async function assume(statement: Statement, from: string): Promise<string> {
  const RoleName = `role-${(roles += 1)}`;
  const trust = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }] };
  const role = { Type: 'AWS::IAM::Role', Properties: { RoleName, AssumeRolePolicyDocument: trust } };
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: RoleName,
    TemplateBody: JSON.stringify({ Resources: { R: role } }),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  const answer = await client(cloud, from, testRegion).query('sts', 'AssumeRole', {
    RoleArn: `arn:aws:iam::${testAccount}:role/${RoleName}`,
    RoleSessionName: 'me',
  });
  return answer.status === 200 ? 'assumed' : (/<Code>(.*?)<\/Code>/.exec(answer.text)?.[1] ?? answer.text);
}

test.each<[string, Statement, string, string]>([
  ['everyone, of another account', { Principal: '*' }, otherAccount, 'assumed'],
  ['everyone as an AWS principal', { Principal: { AWS: '*' } }, otherAccount, 'assumed'],
  ['everyone, of the same account', { Principal: '*' }, testAccount, 'assumed'],
  ['the account by number', { Principal: { AWS: otherAccount } }, otherAccount, 'assumed'],
  ['the account by its root', { Principal: { AWS: `arn:aws:iam::${otherAccount}:root` } }, otherAccount, 'assumed'],
  ['one of several', { Principal: { AWS: ['333333333333', otherAccount] } }, otherAccount, 'assumed'],
  ['another account only', { Principal: { AWS: '333333333333' } }, otherAccount, 'AccessDenied'],
  ['a service only', { Principal: { Service: 'lambda.amazonaws.com' } }, otherAccount, 'AccessDenied'],
  ['every action of STS', { Principal: { AWS: otherAccount }, Action: 'sts:*' }, otherAccount, 'assumed'],
  ['every action', { Principal: { AWS: otherAccount }, Action: ['*'] }, otherAccount, 'assumed'],
  ['another action', { Principal: { AWS: otherAccount }, Action: 'sts:TagSession' }, otherAccount, 'AccessDenied'],
  ['a denial', { Principal: { AWS: otherAccount }, Effect: 'Deny' }, otherAccount, 'AccessDenied'],
])('a trust policy that names %s: %j assumed by %s', async (_name, statement, from, outcome) => {
  expect(await assume(statement, from)).toBe(outcome);
});

test('an assumed role is the caller of the next request', async () => {
  const trust = (aws: string) => ({
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: aws } }],
  });
  const role = (name: string, aws: string) => ({
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: name, AssumeRolePolicyDocument: trust(aws) },
  });
  const { query } = client(cloud, testAccount, testRegion);
  const first = `arn:aws:iam::${testAccount}:role/first`;
  await query('cloudformation', 'CreateStack', {
    StackName: 'Chain',
    TemplateBody: JSON.stringify({ Resources: { A: role('first', testAccount), B: role('second', first) } }),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  const assumed = await query('sts', 'AssumeRole', { RoleArn: first, RoleSessionName: 'me' });
  const session = client(cloud, testAccount, testRegion, /<AccessKeyId>(.*?)<\/AccessKeyId>/.exec(assumed.text)?.[1]);
  const identity = await session.query('sts', 'GetCallerIdentity', {});
  expect(identity.text).toContain(
    `<Arn>arn:aws:sts::${testAccount}:assumed-role/first/me</Arn><UserId>first</UserId><Account>${testAccount}</Account>`,
  );
  const second = { RoleArn: `arn:aws:iam::${testAccount}:role/second`, RoleSessionName: 'me' };
  expect((await session.query('sts', 'AssumeRole', second)).status).toBe(200);
  expect((await query('sts', 'AssumeRole', second)).status).toBe(403);
});

test.each<Readonly<Record<string, string>>>([
  { RoleArn: 'arn:aws:iam::1:role/x', RoleSessionName: 'me' },
  { RoleArn: `arn:aws:iam::${testAccount}:role/x` },
])('fails on AssumeRole with %j', async (parameters) => {
  const answer = await client(cloud, testAccount, testRegion).query('sts', 'AssumeRole', parameters);
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('<Code>ValidationError</Code>')]);
});

test('fails on an action without an implementation', async () => {
  const answer = await client(cloud, testAccount, testRegion).query('sts', 'GetSessionToken', {});
  expect([answer.status, answer.text]).toEqual([
    400,
    expect.stringContaining('The local cloud does not implement sts:GetSessionToken'),
  ]);
});
