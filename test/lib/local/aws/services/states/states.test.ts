import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { asRole, given, role } from '../../iam/access-fixture';
import { refusal, sdkOptions } from '../../sdk';

const arnOf = (name: string, kind = 'stateMachine') => `arn:aws:states:${testRegion}:${testAccount}:${kind}:${name}`;
const task = (name: string, Parameters: object, more = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${name}`,
  Parameters,
  End: true,
  ...more,
});
const machine = (name: string, roleName: string, States: Record<string, object>, type = 'STANDARD') => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    StateMachineName: name,
    StateMachineType: type,
    RoleArn: { 'Fn::GetAtt': [roleName, 'Arn'] },
    DefinitionString: JSON.stringify({ StartAt: Object.keys(States)[0], States }),
  },
});
const put = task('dynamodb:putItem', {
  TableName: 'results',
  Item: { id: { 'S.$': '$.id' } },
  ConditionExpression: 'attribute_not_exists(id)',
});
const resources = {
  Results: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'results',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    },
  },
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'states-test' } },
  Writer: role('writer', [{ Action: ['dynamodb:PutItem', 's3:PutObject', 's3:GetObject', 's3:ListBucket'] }], trusts()),
  Weak: role('weak', [{ Action: 's3:GetObject' }], trusts()),
  Nobody: role('nobody', [{ Action: 's3:*' }]),
  Put: machine('put', 'Writer', { Put: put }),
  Denied: machine('denied', 'Weak', { Put: put }),
  Files: machine('files', 'Writer', {
    Write: task(
      'aws-sdk:s3:putObject',
      { Bucket: 'states-test', Key: 'a/b.json', Body: { 'x.$': '$.x' } },
      { End: undefined, Next: 'Read', ResultPath: null },
    ),
    Read: task('aws-sdk:s3:getObject', { Bucket: 'states-test', Key: 'a/b.json' }, { OutputPath: '$.Body' }),
  }),
  Missing: machine('missing', 'Writer', { Read: task('aws-sdk:s3:getObject', { Bucket: 'states-test', Key: 'no' }) }),
  Foreign: machine('foreign', 'Writer', { Send: task('sqs:sendMessage', {}) }),
  Waits: machine('waits', 'Writer', { Wait: { Type: 'Wait', Seconds: 3600, Next: 'Done' }, Done: { Type: 'Succeed' } }),
  Quick: machine('quick', 'Writer', { Say: { Type: 'Pass', Result: 'said', End: true } }, 'EXPRESS'),
};
function trusts() {
  return {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  };
}

let cloud: LocalAws;
const open: SFNClient[] = [];
const as = (name?: string): SFNClient => {
  // StartSyncExecution puts `sync-` in front of the host of any endpoint.
  const sdk = new SFNClient({ ...sdkOptions(cloud, name), disableHostPrefix: true });
  open.push(sdk);
  return sdk;
};
beforeAll(async () => {
  cloud = await startLocalAws();
  await given(cloud, 'machines', resources);
});
afterAll(async () => {
  for (const sdk of open) sdk.destroy();
  await cloud.close();
});

const start = (name: string, input: object, run?: string) =>
  as().send(new StartExecutionCommand({ stateMachineArn: arnOf(name), input: JSON.stringify(input), name: run }));
/** How an execution ends. */
async function ends(name: string, input: object = {}, run?: string): Promise<unknown> {
  const { executionArn } = await start(name, input, run);
  await cloud.idle();
  const { status, output, error, cause } = await as().send(new DescribeExecutionCommand({ executionArn }));
  return status === 'SUCCEEDED'
    ? (JSON.parse(output ?? 'null') as unknown)
    : `${status ?? ''} ${error ?? ''}: ${cause ?? ''}`;
}

it('calls services as the role of the machine', async () => {
  expect(await ends('put', { id: 'a' })).toEqual({});
  expect(await ends('put', { id: 'a' })).toBe(
    'FAILED DynamoDB.ConditionalCheckFailedException: The conditional request failed',
  );
  expect(await ends('denied', { id: 'b' })).toMatch(/^FAILED States.Permissions: .*role\/weak.*dynamodb:PutItem/);
  expect(await ends('files', { x: 1 })).toBe('{"x":1}');
  expect(await ends('missing')).toMatch(/^FAILED S3.NoSuchKeyException/);
  expect(await ends('foreign')).toBe(
    'FAILED States.Runtime: The local cloud does not run the integration arn:aws:states:::sqs:sendMessage',
  );
  const asked = cloud.requests().filter(({ role: by }) => by === 'writer');
  expect(asked.map(({ action }) => action)).toContain('PutItem');
});

it('starts once by name while it runs, then not again', async () => {
  const first = await start('waits', {}, 'once');
  await cloud.idle();
  expect(await refusal(start('waits', {}, 'once'))).toMatch(/^ExecutionAlreadyExists/);
  const { executions } = await as().send(new ListExecutionsCommand({ stateMachineArn: arnOf('waits') }));
  expect(executions).toMatchObject([{ executionArn: first.executionArn, status: 'SUCCEEDED' }]);
  const { executionArn = '' } = first;
  const { events } = await as().send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true }));
  expect(events?.map(({ type }) => type)).toEqual([
    'ExecutionSucceeded',
    'SucceedStateExited',
    'SucceedStateEntered',
    'WaitStateExited',
    'WaitStateEntered',
    'ExecutionStarted',
  ]);
  const [last, waited] = [events?.[0]?.timestamp, events?.[5]?.timestamp];
  expect(Math.round(((last?.getTime() ?? 0) - (waited?.getTime() ?? 0)) / 3_600_000)).toBe(1);
  await as().send(new StopExecutionCommand({ executionArn }));
  expect((await as().send(new DescribeExecutionCommand({ executionArn }))).status).toBe('SUCCEEDED');
});

it('answers an express execution at once', async () => {
  const answer = await as().send(new StartSyncExecutionCommand({ stateMachineArn: arnOf('quick') }));
  expect(answer).toMatchObject({ status: 'SUCCEEDED', output: '"said"' });
  expect(await refusal(as().send(new StartSyncExecutionCommand({ stateMachineArn: arnOf('put') })))).toMatch(
    /^StateMachineTypeNotSupported/,
  );
});

it('denies every action to a role without rights, and refuses bad input', async () => {
  const sdk = as('nobody');
  const executionArn = arnOf('put:x', 'execution');
  const stateMachineArn = arnOf('put');
  const calls = [
    sdk.send(new StartExecutionCommand({ stateMachineArn })),
    sdk.send(new StartSyncExecutionCommand({ stateMachineArn })),
    sdk.send(new DescribeExecutionCommand({ executionArn })),
    sdk.send(new GetExecutionHistoryCommand({ executionArn })),
    sdk.send(new ListExecutionsCommand({ stateMachineArn })),
    sdk.send(new StopExecutionCommand({ executionArn })),
  ];
  for (const refused of await Promise.all(calls.map(refusal))) expect(refused).toMatch(/^AccessDeniedException/);
  expect(await refusal(start('put', {}, 'no/slash'))).toMatch(/^InvalidName/);
  expect(await refusal(start('absent', {}))).toMatch(/^StateMachineDoesNotExist/);
  const broken = as().send(new StartExecutionCommand({ stateMachineArn, input: '{' }));
  expect(await refusal(broken)).toMatch(/^InvalidExecutionInput/);
  expect(await refusal(as().send(new StopExecutionCommand({ executionArn })))).toMatch(/^ExecutionDoesNotExist/);
  expect((await asRole(cloud, 'nobody').states('CreateStateMachine', {})).body['__type']).toBe(
    'UnknownOperationException',
  );
});
