import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

let cloud: LocalAws;
const crash = jest.fn();
beforeAll(async () => {
  cloud = await startLocalAws({ crash });
});
afterEach(() => cloud.faults.clear());
afterAll(() => cloud.close());

const query = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, parameters);
const template = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });

async function deployed(stack: string): Promise<string> {
  await query('CreateStack', { StackName: stack, TemplateBody: template });
  await cloud.idle();
  return (await query('DescribeStackEvents', { StackName: stack })).text;
}

test('a throttled operation is refused as often as asked, and the others are answered', async () => {
  cloud.faults.add({ kind: 'throttle', service: 'cloudformation', action: 'ListStacks', times: 1 });
  const refused = await query('ListStacks');
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('<Code>Throttling</Code>')]);
  expect((await query('ListExports')).status).toBe(200);
  expect((await query('ListStacks')).status).toBe(200);
  expect(cloud.requests().some(({ errorCode }) => errorCode === 'Throttling')).toBe(true);
});

test('a failing step rolls the stack back with its reason', async () => {
  cloud.faults.add({ kind: 'fail', logicalId: 'Topic', reason: 'the service was not in the mood', times: 1 });
  expect(await deployed('failing')).toMatch(
    /the service was not in the mood[\s\S]*CREATE_FAILED|CREATE_FAILED[\s\S]*not in the mood/,
  );
  expect(await deployed('fine')).toContain('CREATE_COMPLETE');
});

test('a crash is asked for before the step is done', async () => {
  cloud.faults.add({ kind: 'crash', stack: 'crashing' });
  await deployed('crashing');
  expect(crash).toHaveBeenCalledTimes(1);
});
