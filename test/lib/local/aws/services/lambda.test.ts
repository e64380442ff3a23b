import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { zip } from '../functions/host';
import { client } from '../wire';

let cloud: LocalAws;
let lambda: LambdaClient;

const code = `exports.handler = async (event, context) => {
  console.log('HEARD', event.n);
  if (event.fail) throw new RangeError('too far');
  return { n: event.n, version: context.functionVersion, arn: context.invokedFunctionArn };
};`;

const template = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'probe',
        Role: { 'Fn::GetAtt': 'Role.Arn' },
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: code },
        Environment: { Variables: { TABLE: 't' } },
      },
    },
    Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Function' } } },
    Live: {
      Type: 'AWS::Lambda::Alias',
      Properties: {
        Name: 'live',
        FunctionName: { Ref: 'Function' },
        FunctionVersion: { 'Fn::GetAtt': 'Version.Version' },
      },
    },
    Python: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'snake',
        Role: { 'Fn::GetAtt': 'Role.Arn' },
        Runtime: 'python3.13',
        Handler: 'index.handler',
        Code: { ZipFile: 'def handler(event, context): pass' },
      },
    },
  },
};

beforeAll(async () => {
  cloud = await startLocalAws();
  const { query } = client(cloud, testAccount, testRegion);
  await query('cloudformation', 'CreateStack', {
    StackName: 'functions',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  lambda = new LambdaClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  lambda.destroy();
  await cloud.close();
});

async function invoke(input: Partial<InvokeCommand['input']>, event: unknown) {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: 'probe', Payload: Buffer.from(JSON.stringify(event)), ...input }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  return { ...answer, result: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

test('a function answers the SDK, with the end of its log when asked', async () => {
  const { result, LogResult, StatusCode } = await invoke({ LogType: 'Tail' }, { n: 1 });
  expect(result).toMatchObject({ n: 1, version: '$LATEST' });
  expect(StatusCode).toBe(200);
  expect(Buffer.from(LogResult ?? '', 'base64').toString('utf8')).toMatch(/HEARD 1/);
});

test('a version, an alias and an ARN name the same function', async () => {
  const arn = `arn:aws:lambda:${testRegion}:${testAccount}:function:probe`;
  expect((await invoke({ Qualifier: '1' }, { n: 2 })).result).toMatchObject({ version: '1', arn: `${arn}:1` });
  expect((await invoke({ FunctionName: `${arn}:live` }, { n: 2 })).ExecutedVersion).toBe('1');
  await expect(invoke({ Qualifier: 'blue' }, {})).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Function not found: ${arn}:blue`,
  });
});

test('a function that throws is an answer with its error', async () => {
  expect(await invoke({}, { fail: true })).toMatchObject({
    FunctionError: 'Unhandled',
    result: { errorType: 'RangeError', errorMessage: 'too far' },
  });
});

test('an event is taken at once, and its function runs', async () => {
  expect(await invoke({ InvocationType: 'Event' }, { n: 'later' })).toMatchObject({ StatusCode: 202 });
  await cloud.idle();
  const { logs } = client(cloud, testAccount, testRegion);
  const { body } = await logs('FilterLogEvents', { logGroupName: '/aws/lambda/probe', filterPattern: '"HEARD later"' });
  expect(body['events']).toHaveLength(1);
});

test('shows a function without its code', async () => {
  expect(await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'probe' }))).toMatchObject({
    State: 'Active',
    Runtime: 'nodejs22.x',
    Timeout: 3,
    Environment: { Variables: { TABLE: 't' } },
  });
});

test('a function of another runtime is refused by name', async () => {
  await expect(invoke({ FunctionName: 'snake' }, {})).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('function snake has runtime python3.13') as unknown,
  });
});

test('new code and new settings are what runs next, and what is not there is refused', async () => {
  const FunctionName = 'probe';
  const ZipFile = zip({ 'index.js': 'exports.handler = async () => process.env.TABLE;' });
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
  await lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { TABLE: 'u' } } }),
  );
  expect((await invoke({}, {})).result).toBe('u');
  const absent = lambda.send(new UpdateFunctionCodeCommand({ FunctionName, S3Bucket: 'nowhere', S3Key: 'x.zip' }));
  await expect(absent).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  const layers = lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Layers: ['x'] }));
  await expect(layers).rejects.toMatchObject({ name: 'NotImplemented' });
});
