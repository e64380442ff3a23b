import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

const call = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, parameters);

test.each([
  ['CreateStackSet', { StackSetName: 'x', TemplateBody: '{}' }],
  ['ListStackSets', {}],
  ['DescribeStackSetOperation', { StackSetName: 'x', OperationId: 'y' }],
])('%s is refused by name, with what to do in its place', async (action, parameters: Record<string, string>) => {
  const { status, text } = await call(action, parameters);
  expect(status).toBe(400);
  expect(text).toContain(`does not implement cloudformation:${action}: it has no stack sets. Deploy the stack to each`);
});

test('a stack set in a template is refused before anything is made, and a stack in its place deploys', async () => {
  const set = {
    Type: 'AWS::CloudFormation::StackSet',
    Properties: { StackSetName: 'x', PermissionModel: 'SELF_MANAGED', TemplateBody: '{}' },
  };
  const stack = (Resources: object) =>
    call('CreateStack', { StackName: 'S', TemplateBody: JSON.stringify({ Resources }) });
  expect((await stack({ Set: set })).text).toContain(
    'resource Set of type AWS::CloudFormation::StackSet is refused: the local cloud has no stack sets: deploy the stack',
  );
  expect(cloud.stacks()).toEqual([]);
  expect((await stack({ T: { Type: 'AWS::SNS::Topic' } })).status).toBe(200);
});
