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
const TemplateBody = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
const broken = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 } } } });
const names = { StackName: 'S', ChangeSetName: 'c' };
const create = (body = TemplateBody, more: Readonly<Record<string, string>> = {}) =>
  call('CreateChangeSet', { ...names, ChangeSetType: 'CREATE', TemplateBody: body, ...more });
const idOf = (text: string): string => /<Id>(.*?)<\/Id>/.exec(text)?.[1] ?? '';

test('a stack under review has one event, can be created or deleted, and makes its change sets obsolete', async () => {
  await create();
  expect((await call('DescribeStackEvents', { StackName: 'S' })).text).toContain(
    '<ResourceStatus>REVIEW_IN_PROGRESS</ResourceStatus><ResourceStatusReason>User Initiated</ResourceStatusReason>',
  );
  await call('CreateStack', { StackName: 'S', TemplateBody });
  expect((await call('DescribeChangeSet', names)).text).toContain('<ExecutionStatus>OBSOLETE</ExecutionStatus>');
  await call('DeleteStack', { StackName: 'S' });
  await create();
  await call('DeleteStack', { StackName: 'S' });
  expect(cloud.stacks()).toEqual([]);
});

test.each([
  ['EXECUTE_COMPLETE', TemplateBody],
  ['EXECUTE_FAILED', broken],
])('an executed change set is described as %s and no longer listed', async (status, body) => {
  const ChangeSetName = idOf((await create(body)).text);
  await call('ExecuteChangeSet', { ChangeSetName });
  expect((await call('DescribeChangeSet', { ChangeSetName })).text).toContain(
    `<ExecutionStatus>${status}</ExecutionStatus>`,
  );
  expect((await call('ListChangeSets', { StackName: 'S' })).text).not.toContain(ChangeSetName);
  expect((await call('DescribeStacks', { StackName: 'S' })).text).toContain(`<ChangeSetId>${ChangeSetName}<`);
});

test('an execution that is asked for again with its token is the same one; with another token it is refused', async () => {
  await create();
  const execute = (ClientRequestToken: string) => call('ExecuteChangeSet', { ...names, ClientRequestToken });
  expect((await execute('first')).status).toBe(200);
  await cloud.idle();
  expect((await execute('first')).status).toBe(200);
  expect((await execute('second')).text).toContain('InvalidChangeSetStatus');
  await cloud.idle();
  const { text } = await call('DescribeStackEvents', { StackName: 'S' });
  expect(text.match(/>CREATE_IN_PROGRESS<\/ResourceStatus><ResourceStatusReason>User Initiated/g)).toHaveLength(1);
});

test('a creation that is asked for again with its token is the same stack', async () => {
  const request = { StackName: 'S', TemplateBody, ClientRequestToken: 'first' };
  const stackOf = async (more: object = {}) =>
    /<StackId>(.*?)</.exec((await call('CreateStack', { ...request, ...more })).text)?.[1];
  const created = await stackOf();
  expect(created).toContain('stack/S/');
  expect(await stackOf()).toBe(created);
  expect(await stackOf({ ClientRequestToken: 'second' })).toBeUndefined();
});

test('what a change set says about failures holds for its execution', async () => {
  await create(broken, { OnStackFailure: 'DELETE' });
  await call('ExecuteChangeSet', names);
  expect(cloud.stacks()).toEqual([]);
});

test.each([
  ['DescribeChangeSet', names, 'Stack [S] does not exist'],
  [
    'DeleteChangeSet',
    { ChangeSetName: 'c' },
    'StackName must be specified if ChangeSetName is not specified as an ARN.',
  ],
  ['DescribeStackRefactor', {}, 'does not exist'],
  ['CreateStackSet', { StackSetName: 'x' }, 'does not implement cloudformation:CreateStackSet'],
  ['constructor', {}, 'does not implement cloudformation:constructor'],
])('fails on %s of %j', async (action, parameters, message) => {
  const { status, text } = await call(action, parameters);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toContain(message);
});
