import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { LocalAws, LocalAwsEvent } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { asRole, given, role } from '../../iam/access-fixture';
import { refusal, sdkOptions } from '../../sdk';
import { client } from '../../wire';

const machineArn = `arn:aws:states:${testRegion}:${testAccount}:stateMachine:evaluate`;
const trusted = (name: string, action: string) =>
  role(name, [{ Action: action }], {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: ['events.amazonaws.com', 'states.amazonaws.com'] },
          Action: 'sts:AssumeRole',
        },
      ],
    },
  });
const rule = (Name: string, target: Record<string, unknown>, pattern: object, bus?: string) => ({
  Type: 'AWS::Events::Rule',
  DependsOn: ['Bus', 'Machine'],
  Properties: {
    Name,
    ...(bus === undefined ? {} : { EventBusName: bus }),
    EventPattern: pattern,
    Targets: [{ Id: 'target', Arn: machineArn, ...target }],
  },
});
const attr = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const resources = {
  Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'releases' } },
  Starter: trusted('starter', 'states:StartExecution'),
  Weak: trusted('weak', 's3:GetObject'),
  Nobody: role('nobody', [{ Action: 's3:*' }]),
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      StateMachineName: 'evaluate',
      RoleArn: attr('Starter'),
      DefinitionString: JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } }),
    },
  },
  Sealed: rule(
    'sealed',
    { RoleArn: attr('Starter'), InputPath: '$.detail' },
    { detail: { state: ['sealed'] } },
    'releases',
  ),
  Denied: rule('denied', { RoleArn: attr('Weak') }, { detail: { state: ['denied'] } }),
  Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
  Told: rule('told', { Arn: { Ref: 'Topic' } }, { source: ['told'] }),
};

const skipped: string[] = [];
let cloud: LocalAws;
const open: EventBridgeClient[] = [];
const as = (name?: string): EventBridgeClient => {
  const sdk = new EventBridgeClient(sdkOptions(cloud, name));
  open.push(sdk);
  return sdk;
};
beforeAll(async () => {
  const onEvent = (event: LocalAwsEvent): void => {
    if (event.kind === 'simulated') skipped.push(`${event.logicalId}: ${event.what}`);
  };
  cloud = await startLocalAws({ onEvent });
  await given(cloud, 'events', resources);
});
afterAll(async () => {
  for (const sdk of open) sdk.destroy();
  await cloud.close();
});

const entry = (state: string, more = {}) => ({
  Source: 'llmops',
  DetailType: 'release',
  Detail: JSON.stringify({ state }),
  ...more,
});
const put = (...Entries: object[]) => as().send(new PutEventsCommand({ Entries }));
async function executions(): Promise<readonly string[]> {
  await cloud.idle();
  const { body } = await client(cloud, testAccount, testRegion).states('ListExecutions', {
    stateMachineArn: machineArn,
  });
  return (body['executions'] as { executionArn: string }[]).map(({ executionArn }) => executionArn);
}

it('starts the machine of a rule with the part of the event that the target wants', async () => {
  const answer = await put(
    entry('sealed', { EventBusName: 'releases' }),
    entry('sealed'),
    entry('open', { EventBusName: 'releases' }),
  );
  expect(answer).toMatchObject({ FailedEntryCount: 0 });
  const [executionArn, ...more] = await executions();
  expect(more).toEqual([]);
  const { body } = await client(cloud, testAccount, testRegion).states('DescribeExecution', { executionArn });
  expect(body).toMatchObject({ status: 'SUCCEEDED', input: '{"state":"sealed"}' });
});

it('reports what is not delivered, with the reason', async () => {
  const before = await executions();
  await put(entry('denied'), entry('x', { Source: 'told' }));
  expect(await executions()).toEqual(before);
  expect(skipped).toEqual([
    expect.stringMatching(/^Denied: .*the role weak may not start it/),
    expect.stringMatching(/^Told: .*only functions and state machines of this cloud run/),
  ]);
});

it.each([
  [{ Source: '' }, 'InvalidArgument'],
  [{ Detail: '[1]' }, 'MalformedDetail'],
  [{ Source: 'aws.ec2' }, 'NotAuthorizedForSourceException'],
  [{ EventBusName: 'absent' }, 'InvalidArgument'],
])('refuses one entry and takes the others: %j', async (more, ErrorCode) => {
  const answer = await put(entry('x', more), entry('x'));
  expect(answer).toMatchObject({
    FailedEntryCount: 1,
    Entries: [{ ErrorCode }, { EventId: expect.any(String) as string }],
  });
});

it('denies a role without the right, and refuses what is not there', async () => {
  expect(await refusal(as('nobody').send(new PutEventsCommand({ Entries: [entry('x')] })))).toMatch(
    /^AccessDeniedException: .*event-bus\/default/,
  );
  expect(await refusal(put(...Array.from({ length: 11 }, () => entry('x'))))).toMatch(/^ValidationException/);
  expect(await refusal(as().send(new ListRulesCommand({})))).toMatch(/does not implement AWSEvents.ListRules/);
  expect((await asRole(cloud, 'nobody').json('events', 'AWSEvents.PutEvents', { Entries: {} })).body['__type']).toBe(
    'ValidationException',
  );
});
