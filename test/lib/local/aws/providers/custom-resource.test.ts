import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalAws, LocalAwsEvent } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { root } from '../../../../helpers/command';
import type { TestTemplate } from '../engine';
import { zip } from '../functions/host';
import { client } from '../wire';

const account = '111111111111';
const region = 'eu-central-1';
const simulated: LocalAwsEvent[] = [];
let cloud: LocalAws;
let query: ReturnType<typeof client>['query'];
let ssm: ReturnType<typeof client>['ssm'];
let logs: ReturnType<typeof client>['logs'];
beforeAll(async () => {
  cloud = await startLocalAws({ onEvent: (event) => event.kind === 'simulated' && simulated.push(event) });
  ({ query, ssm, logs } = client(cloud, account, region));
});
afterAll(() => cloud.close());

const role = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
};

function inline(code: string, changes: Readonly<Record<string, unknown>> = {}) {
  const Properties = {
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Code: { ZipFile: code },
    ...changes,
  };
  return { Type: 'AWS::Lambda::Function', Properties };
}

/** A template with a function, a custom resource of it and a parameter that reads what it answered. */
function template(code: string, properties: Readonly<Record<string, unknown>> = {}, more = {}): TestTemplate {
  return {
    Resources: {
      Role: role,
      Function: inline(code),
      Thing: {
        Type: 'Custom::Thing',
        Properties: { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] }, ...properties },
      },
      ...more,
    },
  };
}

/** Answers with what the expression of the event says. */
const answering = (answer: string): string => `
  const response = require('cfn-response');
  exports.handler = (event, context) => {
    const { data, id, status } = ${answer};
    response.send(event, context, status ?? 'SUCCESS', data, id);
  };`;

async function deploy(stack: string, body: TestTemplate, action = 'CreateStack') {
  const sent = await query('cloudformation', action, {
    StackName: stack,
    TemplateBody: JSON.stringify(body),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  expect(sent.text).toContain('<StackId>');
  await cloud.idle();
  return outcome(stack);
}

async function outcome(stack: string) {
  const { text } = await query('cloudformation', 'DescribeStackEvents', { StackName: stack });
  const reasons = [...text.matchAll(/_FAILED<\/ResourceStatus><ResourceStatusReason>([^<]*)/g)].map(([, why]) => why);
  const view = cloud.stacks().find((one) => one.stack === stack);
  return { status: view?.status, reasons: reasons.join('\n'), view };
}

async function parameter(name: string): Promise<unknown> {
  return ((await ssm('GetParameter', { Name: name })).body['Parameter'] as { Value?: string } | undefined)?.Value;
}

const seen = (name: string, value: unknown) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name: name, Type: 'String', Value: value },
});

test('Ref and attributes are what the function answered, and numbers reach it as strings', async () => {
  const code = answering(
    `{ id: 'thing-1', data: { Sum: typeof event.ResourceProperties.Deep[0].n + event.ResourceProperties.Flag } }`,
  );
  const attribute = { 'Fn::GetAtt': ['Thing', 'Sum'] };
  const body = template(
    code,
    { Deep: [{ n: 5 }], Flag: true },
    {
      Seen: seen('/seen', {
        'Fn::Join': ['/', [{ Ref: 'Thing' }, { 'Fn::Select': [1, { 'Fn::Split': ['n', attribute] }] }]],
      }),
    },
  );
  expect(await deploy('answers', { ...body, Outputs: { Sum: { Value: attribute } } })).toMatchObject({
    status: 'CREATE_COMPLETE',
    view: { outputs: { Sum: 'stringtrue' } },
  });
  expect(await parameter('/seen')).toBe('thing-1/gtrue');
});

test('an update gets the old properties; another physical id deletes the old resource afterwards', async () => {
  const code =
    answering(`(console.log('HEARD', JSON.stringify([event.RequestType, event.PhysicalResourceId, event.OldResourceProperties?.Size])),
    { id: 'sized-' + event.ResourceProperties.Size, data: { Size: event.ResourceProperties.Size } })`);
  const of = (Size: number) => template(code, { Size }, { Seen: seen('/size', { 'Fn::GetAtt': ['Thing', 'Size'] }) });
  await deploy('updates', of(1));
  expect(await deploy('updates', of(2), 'UpdateStack')).toMatchObject({ status: 'UPDATE_COMPLETE' });
  expect(await parameter('/size')).toBe('2');
  expect(cloud.stacks().find(({ stack }) => stack === 'updates')?.resources).toContainEqual(
    expect.objectContaining({ logicalId: 'Thing', physicalId: 'sized-2' }),
  );
  const heard = await logged('updates');
  expect(heard).toEqual(['["Create",null,null]', '["Update","sized-1","1"]', '["Delete","sized-1",null]']);
});

/** What the function of a stack printed after HEARD. */
async function logged(stack: string): Promise<readonly string[]> {
  const view = cloud.stacks().find((one) => one.stack === stack);
  const name = view?.resources.find(({ logicalId }) => logicalId === 'Function')?.physicalId ?? '';
  const { body } = await logs('FilterLogEvents', { logGroupName: `/aws/lambda/${name}`, filterPattern: 'HEARD' });
  return (body['events'] as { message: string }[]).map(({ message }) => /HEARD (.*)/.exec(message)?.[1] ?? '');
}

test.each([
  [
    'says so',
    answering(`{ status: 'FAILED', id: 'x' }`),
    /Received response status \[FAILED\] from custom resource\. Message returned: See the details in CloudWatch Log Stream: .* \(RequestId: [0-9a-f-]+\)/,
  ],
  [
    'throws',
    `exports.handler = async () => { throw new Error('boom'); };`,
    /did not receive a response from your Custom Resource\. Please check your logs for requestId .* \(the function failed: Error: boom\)/,
  ],
  [
    'never answers',
    `exports.handler = async () => 1;`,
    /CloudFormation did not receive a response from your Custom Resource/,
  ],
  ['answers too much', answering(`{ id: 'x', data: { Long: 'x'.repeat(4096) } }`), /Response object is too long\./],
  [
    'needs an SDK package that is not there',
    `require('@aws-sdk/client-nowhere');`,
    /npm install --save-dev @aws-sdk\/client-nowhere/,
  ],
])('a function that %s fails its resource', async (what, code, reason) => {
  const end = await deploy(`fails-${what.replaceAll(' ', '-')}`, template(code));
  expect(end.status).toBe('ROLLBACK_COMPLETE');
  expect(end.reasons).toMatch(reason);
});

test('an attribute that the function did not answer fails who reads it', async () => {
  const body = template(
    answering(`{ id: 'x', data: {} }`),
    {},
    { Seen: seen('/lacking', { 'Fn::GetAtt': ['Thing', 'Sum'] }) },
  );
  expect((await deploy('lacks', body)).reasons).toMatch(
    /Vendor response doesn&apos;t contain Sum attribute|Vendor response doesn't contain Sum attribute/,
  );
});

test('a function of a runtime that does not run here is refused by name', async () => {
  const body = template('def handler(event, context): pass');
  const python = {
    ...body,
    Resources: { ...body.Resources, Function: inline('def handler(): pass', { Runtime: 'python3.13' }) },
  };
  expect((await deploy('python', python)).reasons).toMatch(
    /does not run the function behind custom resource type Custom::Thing: .*has runtime python3\.13/,
  );
});

test('a service token that is an SNS topic is refused by name', async () => {
  const ServiceToken = `arn:aws:sns:${region}:${account}:topic`;
  const body = { Resources: { Thing: { Type: 'Custom::Thing', Properties: { ServiceToken } } } };
  expect((await deploy('sns', body)).reasons).toMatch(/its ServiceToken is an SNS topic/);
});

describe('what a function asks of a service', () => {
  const asking = (service: string, call: string) => `
    const response = require('cfn-response');
    const sdk = require('@aws-sdk/client-${service}');
    exports.handler = async (event, context) => {
      try {
        const answer = event.RequestType === 'Create' ? await (${call}) : {};
        await new Promise((done) => response.send(event, { ...context, done }, 'SUCCESS', { Value: answer.Parameter?.Value }, 'x'));
      } catch (error) {
        throw new Error(error.name + ': ' + error.message);
      }
    };`;
  const reading = asking('ssm', `new sdk.SSM({}).getParameter({ Name: event.ResourceProperties.Name })`);
  const policy = (Effect: string) => ({
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'read',
      Roles: [{ Ref: 'Role' }],
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect, Action: 'ssm:GetParameter', Resource: '*' }] },
    },
  });
  const asked = (code: string, effect: string): TestTemplate => {
    const body = template(
      code,
      { Name: { Ref: 'Asked' } },
      { Policy: policy(effect), Asked: seen(`/asked/${effect}/${code.length}`, '42') },
    );
    const Thing = { ...(body.Resources['Thing'] as object), DependsOn: ['Policy', 'Asked'] };
    return { Resources: { ...body.Resources, Thing } };
  };

  test('it gets under its role', async () => {
    const body = asked(reading, 'Allow');
    const Outputs = { Value: { Value: { 'Fn::GetAtt': ['Thing', 'Value'] } } };
    expect(await deploy('asks', { ...body, Outputs })).toMatchObject({ view: { outputs: { Value: '42' } } });
  });

  test.each([
    [
      'its role may not do',
      'asks-denied',
      reading,
      /AccessDeniedException: User: .*assumed-role.* is not authorized to perform: ssm:GetParameter/,
    ],
    [
      'this cloud does not have',
      'asks-more',
      asking('ssm', `new sdk.SSM({}).listDocuments({})`),
      /UnknownOperationException: The local cloud does not implement AmazonSSM\.ListDocuments/,
    ],
  ])('what %s fails it with the answer of the service', async (_what, stack, code, reason) => {
    const end = await deploy(stack, asked(code, 'Deny'));
    expect([end.status, end.reasons]).toEqual(['ROLLBACK_COMPLETE', expect.stringMatching(reason)]);
  });
});

test('a bucket empties itself by its own function, which is not reported as simulated', async () => {
  const handler = readFileSync(
    join(root, 'node_modules/aws-cdk-lib/custom-resource-handlers/dist/aws-s3/auto-delete-objects-handler/index.js'),
    'utf8',
  );
  const Bucket = {
    Type: 'AWS::S3::Bucket',
    Properties: { BucketName: 'emptied', Tags: [{ Key: 'aws-cdk:auto-delete-objects', Value: 'true' }] },
  };
  const Policy = {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Bucket' },
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } },
            Action: ['s3:GetBucketTagging', 's3:List*', 's3:DeleteObject*', 's3:PutBucketPolicy'],
            Resource: ['arn:aws:s3:::emptied', 'arn:aws:s3:::emptied/*'],
          },
        ],
      },
    },
  };
  const Empty = {
    Type: 'Custom::S3AutoDeleteObjects',
    DependsOn: ['Policy'],
    Properties: { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] }, BucketName: { Ref: 'Bucket' } },
  };
  const Function = inline('unused', { Code: { S3Bucket: 'code-of-the-test', S3Key: 'handler.zip' }, Timeout: 60 });
  const { s3 } = client(cloud, account, region);
  await deploy('code', {
    Resources: { Code: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'code-of-the-test' } } },
  });
  await s3('PUT', '/code-of-the-test/handler.zip', zip({ 'index.js': handler }));
  const end = await deploy('empties', { Resources: { Role: role, Function, Bucket, Policy, Empty } });
  expect(end).toMatchObject({ status: 'CREATE_COMPLETE' });
  await s3('PUT', '/emptied/left', 'x');
  await query('cloudformation', 'DeleteStack', { StackName: 'empties' });
  expect(cloud.stacks().map(({ stack }) => stack)).not.toContain('empties');
  expect(simulated).toEqual([]);
});
