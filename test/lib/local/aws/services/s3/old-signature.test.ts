import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;

beforeAll(async () => {
  cloud = await startLocalAws();
  for (const region of ['us-east-1', 'eu-central-1']) {
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: `in-${region}` } };
    await client(cloud, testAccount, region).query('cloudformation', 'CreateStack', {
      StackName: 'Store',
      TemplateBody: JSON.stringify({ Resources: { Bucket: bucket } }),
    });
  }
});

afterAll(() => cloud.close());

/** An address as boto3 signs it with Version 2. */
function address(bucket: string, accessKeyId?: string): string {
  const key = accessKeyId ?? cloud.env(testAccount, 'us-east-1')['AWS_ACCESS_KEY_ID'] ?? '';
  return `${cloud.url}/${bucket}/k?AWSAccessKeyId=${key}&Signature=c2ln&Expires=1796077159`;
}

test('an address with a signature of Version 2 writes and reads in a region that takes it', async () => {
  expect((await fetch(address('in-us-east-1'), { method: 'PUT', body: 'text' })).status).toBe(200);
  expect(await (await fetch(address('in-us-east-1'))).text()).toBe('text');
});

test.each([
  ['a region that takes Version 4 only', () => address('in-eu-central-1'), 'InvalidRequest', 400],
  ['a key of nobody', () => address('in-us-east-1', 'AKIAOFNOBODY'), 'InvalidAccessKeyId', 403],
  ['no signature', () => address('in-us-east-1').replace(/Signature=[^&]*&/, ''), 'AccessDenied', 403],
])('%s is refused', async (_what, url, code, status) => {
  const answer = await fetch(url());
  expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  expect(answer.status).toBe(status);
});
