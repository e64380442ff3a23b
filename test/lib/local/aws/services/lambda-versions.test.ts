import {
  CreateAliasCommand,
  DeleteAliasCommand,
  GetAliasCommand,
  InvokeCommand,
  LambdaClient,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

const FunctionName = 'probe';
let cloud: LocalAws;
let lambda: LambdaClient;
beforeEach(async () => {
  cloud = await startLocalAws();
  lambda = new LambdaClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  lambda.destroy();
  await cloud.close();
});

const arn = `arn:aws:lambda:${testRegion}:${testAccount}:function:${FunctionName}`;
const role = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
};
const fn = (word: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName,
    Role: { 'Fn::GetAtt': 'Role.Arn' },
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Code: { ZipFile: 'exports.handler = async () => process.env.WORD;' },
    Environment: { Variables: { WORD: word } },
  },
});
const version = (more = {}) => ({
  Type: 'AWS::Lambda::Version',
  Properties: { FunctionName: { Ref: 'Function' } },
  ...more,
});
const alias = (logicalId: string) => ({
  Type: 'AWS::Lambda::Alias',
  Properties: {
    Name: 'live',
    FunctionName: { Ref: 'Function' },
    FunctionVersion: { 'Fn::GetAtt': [logicalId, 'Version'] },
  },
});
async function deploy(word: string, more: object = {}, action = 'CreateStack'): Promise<string> {
  const { query } = client(cloud, testAccount, testRegion);
  const TemplateBody = JSON.stringify({ Resources: { Role: role, Function: fn(word), ...more } });
  const request = { StackName: 'S', TemplateBody, 'Capabilities.member.1': 'CAPABILITY_NAMED_IAM' };
  await query('cloudformation', action, request);
  return (await query('cloudformation', 'DescribeStackEvents', { StackName: 'S' })).text;
}
const status = () => cloud.stacks()[0]?.status;
const change = (WORD: string) =>
  lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { WORD } } }));
async function said(Qualifier?: string): Promise<unknown> {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, ...(Qualifier && { Qualifier }) }));
  return JSON.parse(Buffer.from(Payload ?? []).toString('utf8'));
}
async function refusal(sent: Promise<unknown>): Promise<string> {
  try {
    await sent;
    return 'taken';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

test('a version keeps what was published, and an unchanged function has no new one', async () => {
  await deploy('one');
  const first = await lambda.send(new PublishVersionCommand({ FunctionName, Description: 'the first' }));
  expect(first).toMatchObject({ Version: '1', FunctionArn: `${arn}:1`, Description: 'the first' });
  expect(await lambda.send(new PublishVersionCommand({ FunctionName }))).toMatchObject({ Version: '1' });
  await change('two');
  expect(await lambda.send(new PublishVersionCommand({ FunctionName }))).toMatchObject({ Version: '2' });
  expect([await said(), await said('1'), await said('2')]).toEqual(['two', 'one', 'two']);
  const { Versions = [] } = await lambda.send(new ListVersionsByFunctionCommand({ FunctionName }));
  expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);
});

test('an alias is made, moved, read, listed and deleted', async () => {
  await deploy('one');
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  const Name = 'live';
  const named = { FunctionName, Name };
  const made = await lambda.send(new CreateAliasCommand({ ...named, FunctionVersion: '1', Description: 'what runs' }));
  expect(made).toMatchObject({ AliasArn: `${arn}:live`, Name, FunctionVersion: '1', Description: 'what runs' });
  expect(await refusal(lambda.send(new CreateAliasCommand({ ...named, FunctionVersion: '1' })))).toBe(
    `ResourceConflictException: Alias already exists: ${arn}:live`,
  );
  await change('two');
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  expect(await said('live')).toBe('one');
  await lambda.send(new UpdateAliasCommand({ ...named, FunctionVersion: '2' }));
  expect(await said('live')).toBe('two');
  expect(await lambda.send(new GetAliasCommand(named))).toMatchObject({
    FunctionVersion: '2',
    Description: 'what runs',
  });
  const { Aliases = [] } = await lambda.send(new ListAliasesCommand({ FunctionName, FunctionVersion: '2' }));
  expect(Aliases).toHaveLength(1);
  await lambda.send(new DeleteAliasCommand(named));
  expect(await refusal(lambda.send(new GetAliasCommand(named)))).toBe(
    `ResourceNotFoundException: Cannot find alias arn: ${arn}:live`,
  );
});

test.each<[string, () => Promise<unknown>, string]>([
  [
    'an alias of a version that does not exist',
    () => lambda.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '9' })),
    `ResourceNotFoundException: Function not found: ${arn}:9`,
  ],
  [
    'an alias that is a number',
    () => lambda.send(new CreateAliasCommand({ FunctionName, Name: '12', FunctionVersion: '$LATEST' })),
    "ValidationException: 1 validation error detected: Value '12' at 'name'",
  ],
  [
    'traffic between two versions',
    () =>
      lambda.send(
        new UpdateAliasCommand({ FunctionName, Name: 'x', RoutingConfig: { AdditionalVersionWeights: { 2: 0.1 } } }),
      ),
    'NotImplemented: The local cloud does not implement lambda: UpdateAlias with RoutingConfig',
  ],
  [
    'a version of a known revision',
    () => lambda.send(new PublishVersionCommand({ FunctionName, RevisionId: 'x' })),
    'NotImplemented: The local cloud does not implement lambda: PublishVersion with RevisionId',
  ],
  [
    'a version of no function',
    () => lambda.send(new PublishVersionCommand({ FunctionName: 'absent' })),
    'ResourceNotFoundException: Function not found',
  ],
])('%s is refused', async (_what, send, words) => {
  await deploy('one');
  expect(await refusal(send())).toContain(words);
});

test('a stack counts on from what was published, and its alias follows', async () => {
  await deploy('one', { First: version(), Live: alias('First') });
  expect([status(), await said('live')]).toEqual(['CREATE_COMPLETE', 'one']);
  await change('by hand');
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  // The CDK gives each version a logical id of its own, and the former one leaves the template.
  await deploy('two', { Second: version(), Live: alias('Second') }, 'UpdateStack');
  expect([status(), await said('live')]).toEqual(['UPDATE_COMPLETE', 'two']);
  expect(await lambda.send(new GetAliasCommand({ FunctionName, Name: 'live' }))).toMatchObject({
    FunctionVersion: '3',
  });
  expect(await refusal(said('1'))).toContain('ResourceNotFoundException');
});

test('a stack that publishes an unchanged function twice is refused in the words of the service', async () => {
  const events = await deploy('one', { First: version(), Second: version({ DependsOn: 'First' }) });
  expect(events).toContain(
    'A version for this Lambda function exists ( 1 ). Modify the function to create a new version.',
  );
});

test('a function that is made again counts on and has no versions', async () => {
  await deploy('one');
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  await lambda.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1' }));
  await client(cloud, testAccount, testRegion).query('cloudformation', 'DeleteStack', { StackName: 'S' });
  await deploy('one');
  expect(await refusal(said('1'))).toContain('ResourceNotFoundException');
  expect(await refusal(said('live'))).toContain('ResourceNotFoundException');
  expect(await lambda.send(new PublishVersionCommand({ FunctionName }))).toMatchObject({ Version: '2' });
});
