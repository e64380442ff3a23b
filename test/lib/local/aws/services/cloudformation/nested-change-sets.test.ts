import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeEach(async () => {
  cloud = await startLocalAws();
  await call('CreateStack', {
    StackName: 'Assets',
    TemplateBody: JSON.stringify({
      Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'templates' } } },
    }),
  });
});
afterEach(() => cloud.close());

const call = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, { StackName: 'Root', ...parameters });
const put = (key: string, template: object) =>
  client(cloud, testAccount, testRegion).s3('PUT', `/templates/${key}`, JSON.stringify(template));
const topic = { Type: 'AWS::SNS::Topic' };
const nested = (key: string, more = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: `https://s3.eu-central-1.amazonaws.com/templates/${key}`, ...more },
});
const create = (Resources: object, more: Readonly<Record<string, string>> = {}) =>
  call('CreateChangeSet', {
    ChangeSetName: 'c',
    TemplateBody: JSON.stringify({ Resources }),
    IncludeNestedStacks: 'true',
    ...more,
  });
const shown = async (ChangeSetName = 'c', more = {}): Promise<string> =>
  (await call('DescribeChangeSet', { ChangeSetName, ...more })).text;
const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/<\/ResourceType>.*?<ChangeSetId>(.*?)</g)].map(([, id = '']) => id);
const stacks = () =>
  Object.fromEntries(
    cloud
      .stacks()
      .flatMap(({ stack, status }) => (stack === 'Assets' ? [] : [[stack.replaceAll(/-[A-Z0-9]{8,}/g, ''), status]])),
  );
const CREATE = { ChangeSetType: 'CREATE' };

test('each new nested stack has a change set of its own, as deep as they are, and is under review', async () => {
  await put('leaf', { Resources: { T: topic } });
  await put('middle', { Resources: { Leaf: nested('leaf'), T: topic } });
  await create({ N: nested('middle'), T: topic }, CREATE);
  const root = await shown();
  expect(root).toContain('<IncludeNestedStacks>true</IncludeNestedStacks>');
  const [middleId = ''] = idsIn(root);
  expect(middleId).toMatch(/^arn:aws:cloudformation:eu-central-1:111111111111:changeSet\/c-N\//);
  const middle = await shown(middleId, { StackName: '' });
  const rootId = /<ChangeSetId>(.*?)</.exec(root)?.[1] ?? '';
  expect(middle).toContain(`<ParentChangeSetId>${rootId}</ParentChangeSetId><RootChangeSetId>${rootId}<`);
  const leaf = await shown(idsIn(middle)[0], { StackName: '' });
  expect(leaf).toContain(`<ParentChangeSetId>${middleId}</ParentChangeSetId><RootChangeSetId>${rootId}<`);
  expect(leaf).toContain('<LogicalResourceId>T</LogicalResourceId>');
  const review = 'REVIEW_IN_PROGRESS';
  expect(stacks()).toEqual({ Root: review, 'Root-N': review, 'Root-N-Leaf': review });
  expect(root).toContain(cloud.stacks().find(({ stack }) => stack.startsWith('Root-N'))?.stack);
});

test('the change set of the root is executed for all; a nested one alone is refused', async () => {
  await put('leaf', { Resources: { T: topic } });
  await create({ N: nested('leaf') }, CREATE);
  const [ChangeSetName = ''] = idsIn(await shown());
  for (const action of ['ExecuteChangeSet', 'DeleteChangeSet'])
    expect((await call(action, { ChangeSetName, StackName: '' })).text).toContain('is of a nested stack');
  await call('ExecuteChangeSet', { ChangeSetName: 'c' });
  expect(stacks()).toEqual({ Root: 'CREATE_COMPLETE', 'Root-N': 'CREATE_COMPLETE' });
});

test('an update shows what changes inside, and a nested stack without a change has no change set', async () => {
  await put('one', { Resources: { T: topic } });
  await put('two', { Resources: { T: topic, New: topic } });
  await call('CreateStack', { TemplateBody: JSON.stringify({ Resources: { A: nested('one'), B: nested('one') } }) });
  await create({ A: nested('two'), B: nested('one') });
  const root = await shown();
  const ids = idsIn(root);
  expect(ids).toHaveLength(1);
  const inner = await shown(ids[0], { StackName: '' });
  expect(inner).toContain('<Action>Add</Action><LogicalResourceId>New</LogicalResourceId>');
  expect(inner.match(/<LogicalResourceId>/g)).toHaveLength(1);
  await call('ExecuteChangeSet', { ChangeSetName: 'c' });
  expect(Object.values(stacks())).toEqual(['UPDATE_COMPLETE', 'UPDATE_COMPLETE', 'CREATE_COMPLETE']);
});

test.each([
  ['a template that is wrong', { Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { Nope: { Ref: 'X' } } } } }],
  ['a template that is not there', undefined],
])('%s inside fails the change set of the root, and says where', async (_what, template) => {
  if (template !== undefined) await put('bad', template);
  expect((await create({ N: nested('bad'), T: topic }, CREATE)).status).toBe(200);
  const root = await shown();
  const [id = ''] = idsIn(root);
  expect(root).toContain(
    `<Status>FAILED</Status><StatusReason>Nested change set ${id} was not successfully created: Currently in FAILED.<`,
  );
  expect(await shown(id, { StackName: '' })).toMatch(/<Status>FAILED<\/Status><StatusReason>(?!Nested)\S/);
  expect((await call('ExecuteChangeSet', { ChangeSetName: 'c' })).text).toContain('InvalidChangeSetStatus');
});

test.each(['DeleteChangeSet', 'DeleteStack'])('%s of the root takes what is under review with it', async (action) => {
  await put('leaf', { Resources: { T: topic } });
  await create({ N: nested('leaf') }, CREATE);
  await call(action, action === 'DeleteStack' ? {} : { ChangeSetName: 'c' });
  expect(Object.keys(stacks())).toEqual(action === 'DeleteStack' ? [] : ['Root']);
});

test('a child that is never reached is not left under review', async () => {
  await put('leaf', { Resources: { T: topic } });
  await create({ Bad: { ...topic, Properties: { Nope: 1 } }, N: { ...nested('leaf'), DependsOn: 'Bad' } }, CREATE);
  await call('ExecuteChangeSet', { ChangeSetName: 'c' });
  expect(stacks()).toEqual({ Root: 'ROLLBACK_COMPLETE' });
});

test('without the flag a nested stack is a resource like others', async () => {
  await put('leaf', { Resources: { T: topic } });
  await create({ N: nested('leaf') }, { ...CREATE, IncludeNestedStacks: 'false' });
  expect(idsIn(await shown())).toEqual([]);
  expect(stacks()).toEqual({ Root: 'REVIEW_IN_PROGRESS' });
});
