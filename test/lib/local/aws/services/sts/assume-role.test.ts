import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import type { Answer } from '../../wire';
import { client } from '../../wire';

let cloud: LocalAws;

const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: testAccount }, Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] },
  ],
};
const template = {
  Resources: {
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'worker', AssumeRolePolicyDocument: trust } },
  },
};

beforeAll(async () => {
  cloud = await startLocalAws();
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'Roles',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
});

afterAll(() => cloud.close());

function assume(more: Readonly<Record<string, string>>): Promise<Answer> {
  return client(cloud, testAccount, testRegion).query('sts', 'AssumeRole', {
    RoleArn: `arn:aws:iam::${testAccount}:role/worker`,
    RoleSessionName: 'someone',
    ...more,
  });
}

test.each<[string, Readonly<Record<string, string>>]>([
  ['a name of two characters', { RoleSessionName: 'ab' }],
  ['a name of 64 characters of every kind', { RoleSessionName: 'a_1+=,.@-'.padEnd(64, 'b') }],
  ['an external id with colons and slashes', { ExternalId: 'a:b/c' }],
  ['a source identity', { SourceIdentity: 'someone@example.com' }],
  ['a source identity of 256 characters', { SourceIdentity: 'a'.repeat(256) }],
])('%s is taken', async (_what, given) => {
  const { status, text } = await assume(given);
  expect(text).toContain('<AssumeRoleResult>');
  expect(status).toBe(200);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    'a space in the name',
    { RoleSessionName: 'a b' },
    "'roleSessionName' failed to satisfy constraint: Member must satisfy",
  ],
  ['a name of one character', { RoleSessionName: 'a' }, 'Member must have length greater than or equal to 2'],
  ['a name of 65 characters', { RoleSessionName: 'a'.repeat(65) }, 'Member must have length less than or equal to 64'],
  [
    'a source identity of 257 characters',
    { SourceIdentity: 'a'.repeat(257) },
    'Member must have length less than or equal to 256',
  ],
  ['a name with a slash', { RoleSessionName: 'a/b' }, 'Member must satisfy regular expression pattern: [\\w+=,.@-]*'],
  ['an external id with a space', { ExternalId: 'a b' }, "'externalId' failed to satisfy constraint"],
  ['a source identity with a colon', { SourceIdentity: 'a:b' }, "'sourceIdentity' failed to satisfy constraint"],
  ['a session that is too short', { DurationSeconds: '60' }, 'Member must have value between 900 and 43200'],
])('%s is refused as the service refuses it', async (_what, given, message) => {
  const { status, text } = await assume(given);
  expect(text).toContain('<Code>ValidationError</Code>');
  expect(text.replaceAll('&apos;', "'").replaceAll('&#39;', "'")).toContain(message);
  expect(status).toBe(400);
});
