import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeEach(async () => {
  cloud = await startLocalAws();
});
afterEach(() => cloud.close());

const TemplateBody = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
const call = (action: string, parameters: Readonly<Record<string, string>>) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, { StackName: 'S', ...parameters });
const changeSet = { ChangeSetName: 'c', ChangeSetType: 'CREATE', TemplateBody };
const tag = (index: number, key: string, value: string) => ({
  [`Tags.member.${index}.Key`]: key,
  [`Tags.member.${index}.Value`]: value,
});
const tags = (count: number): Readonly<Record<string, string>> =>
  Object.assign({}, ...Array.from({ length: count }, (_, index) => tag(index + 1, `k${index}`, 'v'))) as Record<
    string,
    string
  >;
const arns = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `NotificationARNs.member.${index + 1}`,
      `arn:aws:sns:eu-central-1:111111111111:t${index}`,
    ]),
  );

/** Action, what is at its limit, what is over it, and the constraint. */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string])[] =
  [
    [
      'CreateChangeSet',
      { ...changeSet, ChangeSetName: 'c'.repeat(128) },
      { ChangeSetName: 'c'.repeat(129) },
      "'changeSetName'",
    ],
    [
      'CreateChangeSet',
      { ...changeSet, ChangeSetName: 'a-1' },
      { ChangeSetName: 'a_1' },
      'pattern: [a-zA-Z][-a-zA-Z0-9]*',
    ],
    [
      'CreateChangeSet',
      { ...changeSet, Description: 'd'.repeat(1024) },
      { Description: 'd'.repeat(1025) },
      'equal to 1024',
    ],
    [
      'CreateChangeSet',
      { ...changeSet, ClientToken: 't'.repeat(128) },
      { ClientToken: 't'.repeat(129) },
      "'clientToken'",
    ],
    ['CreateStack', { TemplateBody, ClientRequestToken: 'a-1' }, { ClientRequestToken: 'a 1' }, "'clientRequestToken'"],
    ['CreateStack', { TemplateBody, ...tags(50) }, tags(51), "at 'tags' failed"],
    [
      'CreateStack',
      { TemplateBody, ...tag(1, 'k'.repeat(128), 'v') },
      tag(1, 'k'.repeat(129), 'v'),
      "'tags.1.member.key'",
    ],
    [
      'CreateStack',
      { TemplateBody, ...tag(1, 'k', 'v'.repeat(256)) },
      tag(1, 'k', 'v'.repeat(257)),
      "'tags.1.member.value'",
    ],
    ['CreateStack', { TemplateBody, ...arns(5) }, arns(6), "at 'notificationARNs' failed"],
    ['DeleteStack', {}, { RoleARN: 'arn:aws:iam::1' }, 'greater than or equal to 20'],
  ];

test.each(rows)('%s with what is at its limit is taken, and beyond it refused', async (action, good, bad, words) => {
  const refused = await call(action, { ...good, ...bad });
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining(words)]);
  expect(refused.text).toContain('1 validation error detected: Value');
  expect(cloud.stacks()).toEqual([]);
  expect((await call(action, good)).status).toBe(200);
});

test('all of them are said at once', async () => {
  const { text } = await call('CreateStack', { TemplateBody, ClientRequestToken: ' ', RoleARN: 'x' });
  expect(text).toContain('2 validation errors detected: ');
});
