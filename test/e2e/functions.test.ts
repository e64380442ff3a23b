import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws, LocalAwsEvent } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { cdk, ended, line, node, root, start } from '../helpers/command';
import { testAccount, testRegion } from '../lib/local/aws/engine';
import { client } from '../lib/local/aws/wire';

const folder = mkdtempSync(join(tmpdir(), 'llmops-functions-app-'));
const events: LocalAwsEvent[] = [];
let cloud: LocalAws;
let watch: ChildProcess | undefined;

beforeAll(async () => {
  cloud = await startLocalAws({ onEvent: (event) => events.push(event) });
  const template = join(root, 'node_modules/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml');
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'CDKToolkit',
    TemplateBody: readFileSync(template, 'utf8'),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
});

afterAll(async () => {
  watch?.kill('SIGKILL');
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What users of the CDK have: a call of the SDK, a provider that waits, a bucket that empties itself, files in it. */
const app = `
const library = ${JSON.stringify(join(root, 'node_modules/aws-cdk-lib'))};
const { App, CfnOutput, CustomResource, Duration, RemovalPolicy, Stack } = require(library);
const { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId, Provider } = require(library + '/custom-resources');
const { Code, Function, Runtime } = require(library + '/aws-lambda');
const { LambdaDestination } = require(library + '/aws-s3-notifications');
const { Bucket, EventType } = require(library + '/aws-s3');
const { BucketDeployment, Source } = require(library + '/aws-s3-deployment');
const stack = new Stack(new App(), 'Functions');
const policy = AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE });
const call = (id, action, parameters, physicalResourceId) =>
  new AwsCustomResource(stack, id, { onUpdate: { service: 'SSM', action, parameters, physicalResourceId }, policy });
const put = call('Put', 'putParameter', { Name: '/written', Value: 'by a function', Type: 'String' }, PhysicalResourceId.of('/written'));
const get = call('Get', 'getParameter', { Name: '/written' }, PhysicalResourceId.fromResponse('Parameter.ARN'));
get.node.addDependency(put);
new CfnOutput(stack, 'Read', { value: get.getResponseField('Parameter.Value') });
const handler = (id, code) =>
  new Function(stack, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline(code) });
const provider = new Provider(stack, 'Provider', {
  onEventHandler: handler('OnEvent', "exports.handler = async ({ RequestType }) => ({ PhysicalResourceId: 'thing', Data: { Heard: RequestType } });"),
  isCompleteHandler: handler('IsComplete', "const { existsSync, writeFileSync } = require('fs'); exports.handler = async () => { const IsComplete = existsSync(require('os').tmpdir() + '/asked'); writeFileSync(require('os').tmpdir() + '/asked', ''); return { IsComplete }; };"),
  queryInterval: Duration.seconds(1),
  totalTimeout: Duration.minutes(2),
});
const thing = new CustomResource(stack, 'Thing', { serviceToken: provider.serviceToken, resourceType: 'Custom::Thing' });
new CfnOutput(stack, 'Heard', { value: thing.getAttString('Heard') });
const bucket = new Bucket(stack, 'Site', { bucketName: 'site-of-the-test', autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
bucket.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(handler('Told', 'exports.handler = async () => {};')));
const sources = [Source.asset('./site'), Source.jsonData('config.json', { arn: bucket.bucketArn })];
new BucketDeployment(stack, 'Deployment', { sources, destinationBucket: bucket });
`;

test('the custom resources of aws-cdk-lib work through the real CDK CLI, under the roles of their functions', async () => {
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/index.html'), '<p>hello</p>');
  writeFileSync(join(folder, 'app.js'), app);
  const env = { ...cloud.env(testAccount, testRegion), CDK_HOME: join(folder, 'home'), CDK_VALIDATION: 'false' };
  const command = `${JSON.stringify(process.execPath)} app.js`;
  const deployed = await cdk(['deploy', '--app', command, '--require-approval', 'never'], { cwd: folder, env });
  expect(deployed.stdout + deployed.stderr).toContain('✅  Functions');

  const stack = cloud.stacks().find((one) => one.stack === 'Functions');
  expect(stack?.outputs).toMatchObject({ Read: 'by a function', Heard: 'Create' });
  const { query, s3 } = client(cloud, testAccount, testRegion);
  expect(await (await s3('GET', '/site-of-the-test/index.html')).text()).toBe('<p>hello</p>');
  expect(await (await s3('GET', '/site-of-the-test/config.json')).text()).toBe(
    '{"arn":"arn:aws:s3:::site-of-the-test"}',
  );
  // The state machine of the provider asked more than once, and every call was made as the function's role.
  const calls = cloud.requests().filter(({ role }) => role?.startsWith('Functions-') === true);
  expect(calls.filter(({ action }) => action === 'StartExecution')).toHaveLength(1);
  expect(
    calls.filter(({ action, resource }) => action === 'Invoke' && resource?.includes('IsComplete')).length,
  ).toBeGreaterThan(1);
  expect(calls.map(({ service, action }) => `${service}:${action}`)).toEqual(
    expect.arrayContaining(['ssm:PutParameter', 'ssm:GetParameter']),
  );

  const simulated = events.flatMap((event) => (event.kind === 'simulated' ? [event.type] : []));
  expect(new Set(simulated)).toEqual(new Set(['Custom::CDKBucketDeployment', 'Custom::S3BucketNotifications']));
  await query('cloudformation', 'DeleteStack', { StackName: 'Functions' });
  expect(cloud.stacks().map((one) => one.stack)).toEqual(['CDKToolkit']);
});

test('cdk watch puts new code into a function and shows its log', async () => {
  const place = join(folder, 'hot');
  mkdirSync(join(place, 'code'), { recursive: true });
  const handler = (word: string) => `exports.handler = async () => { console.log('HEARD ${word}'); };`;
  writeFileSync(join(place, 'code/index.js'), handler('one'));
  writeFileSync(join(place, 'cdk.json'), JSON.stringify({ watch: { include: ['code/**'] } }));
  writeFileSync(
    join(place, 'app.js'),
    `const library = ${JSON.stringify(join(root, 'node_modules/aws-cdk-lib'))};
     const { App, Stack } = require(library);
     const { Code, Function, Runtime } = require(library + '/aws-lambda');
     const code = Code.fromAsset(${JSON.stringify(join(place, 'code'))});
     new Function(new Stack(new App(), 'Hot'), 'F', { functionName: 'hot', runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });`,
  );
  const env = { ...cloud.env(testAccount, testRegion), CDK_HOME: join(folder, 'home'), CDK_VALIDATION: 'false' };
  const app = ['--app', `${JSON.stringify(process.execPath)} app.js`, '--no-notices', '--no-color'];
  const cli = join(root, 'node_modules/aws-cdk/bin/cdk');
  const deployed = await node([cli, 'deploy', ...app, '--require-approval', 'never'], { cwd: place, env });
  expect(deployed.stdout + deployed.stderr).toContain('✅  Hot');

  writeFileSync(join(place, 'code/index.js'), handler('two'));
  watch = start([cli, 'watch', ...app, '--logs'], { cwd: place, env });
  const end = ended(watch);
  const seen = line(watch, /HEARD (\w+)/);
  await line(watch, /hotswapped!/);
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIALOCAL${testAccount}/20261130/${testRegion}/lambda/aws4_request`;
  const called = await fetch(`${cloud.url}/2015-03-31/functions/hot/invocations`, {
    method: 'POST',
    headers: { authorization },
  });
  expect(called.status).toBe(200);
  expect((await seen)[1]).toBe('two');
  watch.kill('SIGTERM');
  await end;
});
