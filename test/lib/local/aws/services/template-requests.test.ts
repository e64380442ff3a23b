import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

const template = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
/** A valid template of a number of bytes. */
const padded = (bytes: number): string => template.replace('{', `{${' '.repeat(bytes - template.length)}`);

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    'both a body and a URL',
    { TemplateBody: template, TemplateURL: 'https://bucket.s3.amazonaws.com/key' },
    'You cannot specify both Template URL and Template Body.',
  ],
  ['neither', {}, 'Either Template URL or Template Body must be specified.'],
  [
    'an inline body above 51,200 bytes',
    { TemplateBody: padded(51_201) },
    'less than or equal to 51200 (got 51201 bytes',
  ],
])('refuses %s', async (_name, parameters, message) => {
  const { query } = client(cloud, testAccount, testRegion);
  const stack = { StackName: 'refused' };
  const actions = {
    CreateStack: stack,
    ValidateTemplate: {},
    CreateChangeSet: { ...stack, ChangeSetName: 'one', ChangeSetType: 'CREATE' },
  };
  for (const [action, subject] of Object.entries(actions)) {
    const answer = await query('cloudformation', action, { ...subject, ...parameters });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
  }
});

test('takes an inline body of 51,200 bytes', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  expect((await query('cloudformation', 'ValidateTemplate', { TemplateBody: padded(51_200) })).status).toBe(200);
});

test('takes 1,000,000 bytes through a bucket', async () => {
  const { query, s3 } = client(cloud, testAccount, testRegion);
  await query('cloudformation', 'CreateStack', {
    StackName: 'bucket',
    TemplateBody: JSON.stringify({
      Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'templates' } } },
    }),
  });
  for (const [bytes, status] of [
    [1_000_000, 200],
    [1_000_001, 400],
  ] as const) {
    await s3('PUT', '/templates/key', padded(bytes));
    const answer = await query('cloudformation', 'ValidateTemplate', { TemplateURL: `${cloud.url}/templates/key` });
    expect(answer.status).toBe(status);
  }
});

test('RetainResources needs a deletion that failed', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  await query('cloudformation', 'CreateStack', { StackName: 'healthy', TemplateBody: template });
  for (let polls = 0; polls < 100; polls++) {
    const { text } = await query('cloudformation', 'DescribeStacks', { StackName: 'healthy' });
    if (text.includes('CREATE_COMPLETE')) break;
  }
  const answer = await query('cloudformation', 'DeleteStack', {
    StackName: 'healthy',
    'RetainResources.member.1': 'T',
  });
  expect(answer.text).toContain('specify which resources to retain only when the stack is in the DELETE_FAILED state');
  expect((await query('cloudformation', 'DeleteStack', { StackName: 'healthy' })).status).toBe(200);
});

test('refuses a tag of a stack that only AWS may set', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  const tagged = (key: string) =>
    query('cloudformation', 'CreateStack', {
      StackName: 'tagged',
      TemplateBody: template,
      'Tags.member.1.Key': key,
      'Tags.member.1.Value': 'x',
    });
  expect((await tagged('aws:team')).text).toContain('aws: prefixed tag key names are not allowed for external use.');
  expect((await tagged('team:aws')).status).toBe(200);
});
