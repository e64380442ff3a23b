import type { LocalAws, LocalAwsEvent } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

const skipped: string[] = [];
let cloud: LocalAws;
let caller: ReturnType<typeof client>;
beforeAll(async () => {
  const onEvent = (event: LocalAwsEvent): void => {
    if (event.kind === 'simulated') skipped.push(`${event.stack}/${event.logicalId}: ${event.what}`);
  };
  cloud = await startLocalAws({ onEvent, now: () => new Date('2026-11-25T00:00:00Z') });
  caller = client(cloud, testAccount, testRegion);
  await caller.query('cloudformation', 'CreateStack', {
    StackName: 'Watched',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  expect(cloud.stacks()).toMatchObject([{ status: 'CREATE_COMPLETE' }]);
  skipped.splice(0);
});
afterAll(() => cloud.close());
beforeEach(() => {
  skipped.splice(0);
});

const arn = (name: string): string => `arn:aws:lambda:${testRegion}:${testAccount}:function:${name}`;
const lambda = (FunctionName: string, Runtime = 'nodejs22.x') => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName,
    Role: { 'Fn::GetAtt': 'Role.Arn' },
    Runtime,
    Handler: 'index.handler',
    Code: { ZipFile: 'exports.handler = async (event) => { console.log(JSON.stringify(event)); };' },
  },
});
const permission = (FunctionName: string, bucket: string) => ({
  Type: 'AWS::Lambda::Permission',
  DependsOn: [{ seen: 'Seen', snake: 'Snake', looper: 'Looper' }[FunctionName]],
  Properties: {
    FunctionName,
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
    SourceArn: `arn:aws:s3:::${bucket}`,
    SourceAccount: testAccount,
  },
});
function role() {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
    },
  };
}
const mayPut = {
  PolicyName: 'put',
  PolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::loop/*' }],
  },
};
const queue = `arn:aws:sqs:${testRegion}:${testAccount}:jobs`;
const template = {
  Resources: {
    Role: role(),
    Seen: lambda('seen'),
    Silent: lambda('silent'),
    Snake: lambda('snake', 'python3.13'),
    May: permission('seen', 'data'),
    MayKept: permission('seen', 'kept'),
    MaySnake: permission('snake', 'data'),
    Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
    Data: {
      Type: 'AWS::S3::Bucket',
      DependsOn: ['May', 'MaySnake', 'Silent', 'Jobs'],
      Properties: {
        BucketName: 'data',
        NotificationConfiguration: {
          LambdaConfigurations: [
            {
              Event: 's3:ObjectCreated:*',
              Function: arn('seen'),
              Filter: {
                S3Key: {
                  Rules: [
                    { Name: 'prefix', Value: 'in/' },
                    { Name: 'suffix', Value: '.txt' },
                  ],
                },
              },
            },
            { Event: 's3:ObjectCreated:Put', Function: arn('silent'), Filter: rule('silent') },
            { Event: 's3:ObjectCreated:Put', Function: arn('snake'), Filter: rule('snake') },
          ],
          QueueConfigurations: [{ Event: 's3:ObjectRemoved:*', Queue: queue }],
          EventBridgeConfiguration: { EventBridgeEnabled: true },
        },
      },
    },
    Kept: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'kept', VersioningConfiguration: { Status: 'Enabled' } },
    },
    Loop: { Type: 'AWS::S3::Bucket', DependsOn: 'MayLoop', Properties: loopBucket() },
    LoopRole: { ...role(), Properties: { ...role().Properties, Policies: [mayPut] } },
    Looper: looper(),
    MayLoop: permission('looper', 'loop'),
    Handler: lambda('handler', 'python3.13'),
    Notifications: {
      Type: 'Custom::S3BucketNotifications',
      DependsOn: ['Kept', 'MayKept'],
      Properties: {
        ServiceToken: { 'Fn::GetAtt': 'Handler.Arn' },
        BucketName: 'kept',
        NotificationConfiguration: {
          LambdaFunctionConfigurations: [
            { Id: 'mine', Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'], LambdaFunctionArn: arn('seen') },
          ],
        },
        Managed: true,
      },
    },
  },
};

function rule(Value: string) {
  return { S3Key: { Rules: [{ Name: 'prefix', Value }] } };
}

/** A function that writes to the bucket that it watches, as the AWS SDK does: the trace goes with the request. */
function looper() {
  const code = `exports.handler = async (event) => {
    const { AWS_ACCESS_KEY_ID: key, AWS_ENDPOINT_URL: url, _X_AMZN_TRACE_ID: trace } = process.env;
    const scope = key + '/20261125/${testRegion}/s3/aws4_request';
    const authorization = 'AWS4-HMAC-SHA256 Credential=' + scope + ', SignedHeaders=host, Signature=00';
    const next = event.Records[0].s3.object.key + 'x';
    const headers = { authorization, 'x-amzn-trace-id': trace };
    const { status } = await fetch(url + '/loop/' + next, { method: 'PUT', headers, body: next });
    if (status !== 200) throw new Error('refused: ' + status);
  };`;
  const { Type, Properties } = lambda('looper');
  return { Type, Properties: { ...Properties, Code: { ZipFile: code }, Role: { 'Fn::GetAtt': 'LoopRole.Arn' } } };
}

function loopBucket() {
  const LambdaConfigurations = [{ Event: 's3:ObjectCreated:*', Function: arn('looper') }];
  return { BucketName: 'loop', NotificationConfiguration: { LambdaConfigurations } };
}

/** What the function was told since the last question. */
let read = 0;
async function told(): Promise<readonly Record<string, unknown>[]> {
  await cloud.idle();
  const { body } = await caller.logs('FilterLogEvents', { logGroupName: '/aws/lambda/seen' });
  const lines = ((body['events'] ?? []) as { message: string }[]).filter(({ message }) => message.includes('Records'));
  const fresh = lines.slice(read);
  read = lines.length;
  return fresh.flatMap(({ message }) => {
    const { Records } = JSON.parse(message.slice(message.indexOf('{'))) as { Records: Record<string, unknown>[] };
    return Records;
  });
}

const md5 = '5d41402abc4b2a76b9719d911017c592';

test('a function gets the event of an object that it watches, in the documented shape', async () => {
  await caller.s3('PUT', '/data/in/hello%20world.txt', 'hello');
  expect(await told()).toEqual([
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: testRegion,
      eventTime: '2026-11-25T00:00:00.000Z',
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: expect.stringContaining('AWS:') as string },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: {
        'x-amz-request-id': expect.anything() as unknown,
        'x-amz-id-2': expect.anything() as unknown,
      },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'Data',
        bucket: { name: 'data', ownerIdentity: { principalId: testAccount }, arn: 'arn:aws:s3:::data' },
        object: {
          key: 'in/hello+world.txt',
          size: 5,
          eTag: md5,
          sequencer: expect.stringMatching(/^[0-9A-F]{18}$/) as unknown,
        },
      },
    },
  ]);
});

test('names that a filter leaves out are not told', async () => {
  for (const key of ['out/a.txt', 'in/a.pdf']) await caller.s3('PUT', `/data/${key}`, 'hello');
  expect(await told()).toEqual([]);
});

test.each<[string, () => Promise<unknown>, object]>([
  [
    'ObjectCreated:Copy',
    () => caller.s3('PUT', '/kept/copy', undefined, { 'x-amz-copy-source': '/data/in/hello%20world.txt' }),
    { key: 'copy', size: 5, versionId: expect.anything() as unknown },
  ],
  [
    'ObjectRemoved:DeleteMarkerCreated',
    () => caller.s3('DELETE', '/kept/copy'),
    { versionId: expect.anything() as unknown },
  ],
])('%s is told, with the version', async (eventName, change, object) => {
  await change();
  expect(await told()).toMatchObject([{ eventName, s3: { configurationId: 'mine', object } }]);
});

test('what is deleted in one request is told one by one, and what was not there is not', async () => {
  for (const key of ['a', 'b']) await caller.s3('PUT', `/kept/${key}`, key);
  await told();
  const body = '<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>';
  const { createHash } = await import('node:crypto');
  const digest = createHash('md5').update(body).digest('base64');
  await caller.s3('POST', '/kept?delete', body, { 'content-md5': digest });
  expect((await told()).map(({ eventName }) => eventName)).toEqual(Array(2).fill('ObjectRemoved:DeleteMarkerCreated'));
  skipped.splice(0);
  await caller.s3('DELETE', '/data/never-there');
  expect(skipped).toEqual([]);
});

test.each([
  ['silent', `no permission lets s3.amazonaws.com invoke it for this bucket`],
  ['snake', 'the local cloud runs Node.js functions only'],
])('a function that cannot be run (%s) is reported', async (name, why) => {
  await caller.s3('PUT', `/data/${name}`, 'hello');
  expect(skipped.join('\n')).toContain(`Watched/Data: events are not delivered to ${arn(name)}: `);
  expect(skipped.join('\n')).toContain(why);
  expect(await told()).toEqual([]);
});

test('queues and the event bus are reported as simulated', async () => {
  await caller.s3('DELETE', '/data/in/hello%20world.txt');
  expect(skipped).toEqual([
    `Watched/Data: events are not delivered to queue ${queue}`,
    'Watched/Data: events are not delivered to the default event bus',
  ]);
});

test('a function that its own writes start again is ended as a loop, as Lambda does', async () => {
  await caller.s3('PUT', '/loop/x', 'hello');
  await cloud.idle();
  const text = await (await caller.s3('GET', '/loop?list-type=2')).text();
  expect(text.match(/<Key>/g)).toHaveLength(17);
  expect(skipped).toEqual([
    expect.stringContaining('16 invocations followed one from the other, which Lambda ends as a loop'),
  ]);
});
