import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeEach(async () => {
  cloud = await startLocalAws();
});
afterEach(() => cloud.close());

const call = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, parameters);
const queue = { Type: 'AWS::SQS::Queue' };
const data = { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } };
const body = (Resources: Readonly<Record<string, unknown>>, Outputs: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ Resources, Outputs });
const arnOf = (logicalId: string) => ({ Arn: { Value: { 'Fn::GetAtt': [logicalId, 'Arn'] } } });
const resources = (name: string) =>
  Object.fromEntries(
    (cloud.stacks().find(({ stack }) => stack === name)?.resources ?? []).map(({ logicalId, physicalId }) => [
      logicalId,
      physicalId,
    ]),
  );

/** A refactor of the stacks A and B. */
async function create(a: string, b: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { text } = await call('CreateStackRefactor', {
    'StackDefinitions.member.1.StackName': 'A',
    'StackDefinitions.member.1.TemplateBody': a,
    'StackDefinitions.member.2.StackName': 'B',
    'StackDefinitions.member.2.TemplateBody': b,
    ...more,
  });
  return /<StackRefactorId>(.*?)</.exec(text)?.[1] ?? text;
}

beforeEach(async () => {
  await call('CreateStack', { StackName: 'A', TemplateBody: body({ Keep: queue, Data: data }, arnOf('Data')) });
  await call('CreateStack', { StackName: 'B', TemplateBody: body({ Own: queue }) });
});

test('a resource moves to another stack under another name and stays what it is', async () => {
  const before = resources('A')['Data'];
  const StackRefactorId = await create(body({ Keep: queue }), body({ Own: queue, Moved: data }, arnOf('Moved')), {
    'ResourceMappings.member.1.Source.StackName': 'A',
    'ResourceMappings.member.1.Source.LogicalResourceId': 'Data',
    'ResourceMappings.member.1.Destination.StackName': 'B',
    'ResourceMappings.member.1.Destination.LogicalResourceId': 'Moved',
  });
  expect((await call('DescribeStackRefactor', { StackRefactorId })).text).toContain('<Status>CREATE_COMPLETE</Status>');
  expect((await call('ListStackRefactorActions', { StackRefactorId })).text).toMatch(
    /<Action>MOVE<\/Action><Entity>RESOURCE<\/Entity>.*<Detection>MANUAL</,
  );
  await call('ExecuteStackRefactor', { StackRefactorId });
  const described = await call('DescribeStackRefactor', { StackRefactorId });
  expect(described.text).toContain('<ExecutionStatus>EXECUTE_COMPLETE</ExecutionStatus>');
  expect(Object.keys(resources('A'))).toEqual(['Keep']);
  expect(resources('B')['Moved']).toBe(before);
  expect(cloud.stacks().find(({ stack }) => stack === 'B')?.outputs).toEqual({ Arn: `arn:aws:s3:::${before ?? ''}` });
  // Deploying the new templates changes nothing, and each stack deletes its own.
  const again = await call('UpdateStack', {
    StackName: 'B',
    TemplateBody: body({ Own: queue, Moved: data }, arnOf('Moved')),
  });
  expect(again.text).toContain('No updates are to be performed');
  await call('DeleteStack', { StackName: 'A' });
  expect((await client(cloud, testAccount, testRegion).s3('GET', `/${before ?? ''}`)).status).toBe(200);
  await call('DeleteStack', { StackName: 'B' });
  expect((await client(cloud, testAccount, testRegion).s3('GET', `/${before ?? ''}`)).status).toBe(404);
});

test('moves are found without being named, and a stack can be made for them', async () => {
  const StackRefactorId = await create(body({ Keep: queue }), body({ Own: queue }), {
    EnableStackCreation: 'true',
    'StackDefinitions.member.3.StackName': 'C',
    'StackDefinitions.member.3.TemplateBody': body({ Data: data }),
  });
  expect((await call('ListStackRefactorActions', { StackRefactorId })).text).toContain('<Detection>AUTO</Detection>');
  await call('ExecuteStackRefactor', { StackRefactorId });
  expect(cloud.stacks().find(({ stack }) => stack === 'C')?.status).toBe('CREATE_COMPLETE');
});

test.each<[string, string, string, RegExp]>([
  [
    'a property that changes on the way',
    body({ Keep: queue }),
    body({ Own: queue, Data: { ...data, Properties: { VersioningConfiguration: { Status: 'Suspended' } } } }),
    /No resources move|does not support changes to resources/,
  ],
  [
    'a new resource',
    body({ Keep: queue }),
    body({ Own: queue, Data: data, New: { Type: 'AWS::SNS::Topic' } }),
    /does not support changes to resources: \[New\] of stack B/,
  ],
  ['a resource that is left out', body({ Data: data }), body({ Own: queue }), /No resources move/],
])('fails on %s', async (_name, a, b, reason) => {
  const StackRefactorId = await create(a, b);
  const { text } = await call('DescribeStackRefactor', { StackRefactorId });
  expect(text).toContain('<Status>CREATE_FAILED</Status>');
  expect(text).toMatch(reason);
  expect((await call('ExecuteStackRefactor', { StackRefactorId })).status).toBe(400);
  expect(Object.keys(resources('A')).sort()).toEqual(['Data', 'Keep']);
});

test('fails on a refactor that does not exist', async () => {
  const { status, text } = await call('DescribeStackRefactor', { StackRefactorId: 'absent' });
  expect([status, text]).toEqual([404, expect.stringContaining('StackRefactorNotFoundException')]);
});
