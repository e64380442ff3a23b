import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
const unverified: string[] = [];
beforeEach(async () => {
  unverified.splice(0);
  cloud = await startLocalAws({
    onEvent: (event) => event.kind === 'unverified' && unverified.push(`${event.logicalId}: ${event.what}`),
  });
  await call('CreateStack', { TemplateBody: template('as deployed') });
});
afterEach(() => cloud.close());

const call = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, { StackName: 'S', ...parameters });
const ssm = (action: string, body: unknown) => client(cloud, testAccount, testRegion).ssm(action, body);
const parameter = (Name: string, Value: string, more = {}) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name, Type: 'String', Value, Description: 'kept' },
  ...more,
});
const template = (value: string, more: object = {}): string =>
  JSON.stringify({
    Resources: { P: parameter('/p', value), Q: parameter('/q', 'same'), T: { Type: 'AWS::SNS::Topic' }, ...more },
  });
const byHand = (Name: string, Value: string) => ssm('PutParameter', { Name, Value, Overwrite: true });
const stored = async (Name: string): Promise<unknown> =>
  ((await ssm('GetParameter', { Name })).body['Parameter'] as { Value?: string } | undefined)?.Value;
const drifted = async (): Promise<readonly string[]> => {
  const { text } = await call('DescribeStackResourceDrifts', {
    'StackResourceDriftStatusFilters.member.1': 'MODIFIED',
  });
  return [...text.matchAll(/<LogicalResourceId>(.*?)</g)].map(([, logicalId = '']) => logicalId);
};
async function changeSet(TemplateBody: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const request = { ChangeSetName: 'c', TemplateBody, DeploymentMode: 'REVERT_DRIFT', ...more };
  const asked = await call('CreateChangeSet', request);
  if (asked.status !== 200) return asked.text;
  return (await call('DescribeChangeSet', { ChangeSetName: 'c', IncludePropertyValues: 'true' })).text;
}
const execute = (more = {}) => call('ExecuteChangeSet', { ChangeSetName: 'c', ...more });

test('what drifted is shown beside what was deployed, and is put back', async () => {
  await byHand('/p', 'by hand');
  const seen = await changeSet(template('as deployed'));
  for (const part of [
    '<DeploymentMode>REVERT_DRIFT</DeploymentMode>',
    '<StackDriftStatus>DRIFTED</StackDriftStatus>',
    '<ResourceDriftStatus>MODIFIED</ResourceDriftStatus>',
    '<BeforeValue>by hand</BeforeValue><AfterValue>as deployed</AfterValue>',
    '<BeforeValueFrom>ACTUAL_STATE</BeforeValueFrom><AfterValueFrom>TEMPLATE</AfterValueFrom>',
    '<PreviousValue>as deployed</PreviousValue><ActualValue>by hand</ActualValue>',
  ])
    expect(seen).toContain(part);
  expect(seen.match(/<LogicalResourceId>/g)).toHaveLength(1);
  await execute();
  expect([await stored('/p'), await drifted()]).toEqual(['as deployed', []]);
});

test('without the mode the same template changes nothing', async () => {
  await byHand('/p', 'by hand');
  expect(await changeSet(template('as deployed'), { DeploymentMode: '' })).toContain("didn't contain changes");
});

test('a stack in sync has nothing to put back', async () => {
  const seen = await changeSet(template('as deployed'));
  expect(seen).toContain("didn't contain changes");
  expect(seen).toContain('<StackDriftStatus>IN_SYNC</StackDriftStatus>');
});

test('a template that says what is there already changes no resource', async () => {
  await byHand('/p', 'by hand');
  const versions = async () => (await ssm('GetParameter', { Name: '/p' })).body['Parameter'];
  const before = await versions();
  const seen = await changeSet(template('by hand'));
  expect(seen).toContain('<Action>SyncWithActual</Action>');
  expect(seen).toContain('<AttributeChangeType>SyncWithActual</AttributeChangeType>');
  await execute();
  expect([await versions(), await drifted()]).toEqual([before, []]);
  expect((await call('DescribeStackEvents')).text).not.toMatch(/<LogicalResourceId>P<[^]*?UPDATE_/);
});

test('a rollback restores what was there before, not what the former template said', async () => {
  await byHand('/p', 'by hand');
  await byHand('/q', 'hand too');
  const broken = { Bad: { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 }, DependsOn: ['P', 'Q'] } };
  const both = { ...broken, Q: parameter('/q', 'hand too') };
  expect(await changeSet(template('new', both))).toContain('<BeforeValue>by hand</BeforeValue>');
  await execute();
  expect(cloud.stacks().find(({ stack }) => stack === 'S')?.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect([await stored('/p'), await stored('/q'), await drifted()]).toEqual(['by hand', 'hand too', ['P', 'Q']]);
});

test('what is gone is made again, which no source says', async () => {
  await ssm('DeleteParameter', { Name: '/p' });
  const seen = await changeSet(template('as deployed'));
  expect(seen).toMatch(/<Action>Add<[^]*<ResourceDriftStatus>DELETED</);
  await execute();
  expect([await stored('/p'), cloud.stacks().at(-1)?.status]).toEqual(['as deployed', 'UPDATE_COMPLETE']);
  expect(unverified.join()).toContain('P: a resource that is gone');
});

test('a new stack has no drift, and another mode is refused', async () => {
  expect(await changeSet(template('one'), { DeploymentMode: 'KEEP' })).toContain("Value 'KEEP' at");
  const TemplateBody = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
  const request = { StackName: 'New', ChangeSetType: 'CREATE', DeploymentMode: 'REVERT_DRIFT', ChangeSetName: 'c' };
  expect((await call('CreateChangeSet', { ...request, TemplateBody })).status).toBe(200);
});
