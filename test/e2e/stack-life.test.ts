import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { cdk, root } from '../helpers/command';
import { testAccount, testRegion } from '../lib/local/aws/engine';
import { client } from '../lib/local/aws/wire';

const folder = mkdtempSync(join(tmpdir(), 'llmops-life-app-'));
let cloud: LocalAws;

beforeAll(async () => {
  cloud = await startLocalAws();
  const template = join(root, 'node_modules/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml');
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'CDKToolkit',
    TemplateBody: readFileSync(template, 'utf8'),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  writeFileSync(join(folder, 'app.js'), app);
});

afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Two stacks, one with a nested stack; DAY says what the app is on that day. */
const app = `
const library = ${JSON.stringify(join(root, 'node_modules/aws-cdk-lib'))};
const { App, CfnOutput, CfnResource, NestedStack, RemovalPolicy, Stack } = require(library);
const { Bucket } = require(library + '/aws-s3');
const { Queue } = require(library + '/aws-sqs');
const { StringParameter } = require(library + '/aws-ssm');
const day = process.env.DAY;
const app = new App();
const one = new Stack(app, 'One');
const inner = new NestedStack(one, 'Inner');
const queue = new Queue(inner, 'Queue');
new CfnOutput(one, 'QueueName', { value: queue.queueName });
const parameter = new StringParameter(one, 'Parameter', { parameterName: '/life', stringValue: day === 'broken' ? 'two' : 'one' });
if (day === 'broken') {
  const bad = new CfnResource(one, 'Bad', { type: 'AWS::SNS::Topic', properties: { Nope: 1 } });
  bad.node.addDependency(parameter);
}
const two = new Stack(app, 'Two');
new Queue(two, 'Own');
new Bucket(day === 'moved' ? two : one, day === 'moved' ? 'Moved' : 'Data', { removalPolicy: RemovalPolicy.DESTROY });
if (day === 'import') new Bucket(two, 'Taken', { bucketName: 'taken-by-the-test', removalPolicy: RemovalPolicy.RETAIN });
`;

async function run(day: string, ...args: readonly string[]): Promise<string> {
  const env = {
    ...cloud.env(testAccount, testRegion),
    CDK_HOME: join(folder, 'home'),
    CDK_VALIDATION: 'false',
    DAY: day,
  };
  const command = `${JSON.stringify(process.execPath)} app.js`;
  const { stdout, stderr } = await cdk([...args, '--app', command], { cwd: folder, env });
  return stdout + stderr;
}

const status = (name: string): string | undefined => cloud.stacks().find(({ stack }) => stack === name)?.status;
const bucketOf = (name: string): string | undefined =>
  cloud
    .stacks()
    .find(({ stack }) => stack === name)
    ?.resources.find(({ type }) => type === 'AWS::S3::Bucket')?.physicalId;

test('the life of two stacks through the real CDK CLI', async () => {
  const deploy = ['deploy', '--all', '--require-approval', 'never'];
  expect(await run('first', ...deploy)).toContain('✅  Two');
  expect(cloud.stacks().map(({ stack }) => stack)).toEqual(
    expect.arrayContaining(['One', 'Two', expect.stringMatching(/^One-Inner/)]),
  );

  await client(cloud, testAccount, testRegion).ssm('PutParameter', {
    Name: '/life',
    Value: 'by hand',
    Overwrite: true,
  });
  expect(await run('first', 'drift', 'One')).toMatch(/\/Value[^]*by hand/);
  await client(cloud, testAccount, testRegion).ssm('PutParameter', { Name: '/life', Value: 'one', Overwrite: true });

  expect(await run('broken', 'deploy', 'One', '--no-rollback', '--require-approval', 'never')).toContain('Nope');
  expect(status('One')).toBe('UPDATE_FAILED');
  await run('broken', 'rollback', 'One');
  expect(status('One')).toBe('UPDATE_ROLLBACK_COMPLETE');

  const before = bucketOf('One');
  expect(await run('moved', 'refactor', '--unstable=refactor', '--force')).toContain('refactor');
  expect([bucketOf('One'), bucketOf('Two')]).toEqual([undefined, before]);
  expect(await run('moved', 'diff')).toContain('no differences');
}, 600_000);

test('cdk import takes a bucket that no stack has, and destroy leaves it', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'taken-by-the-test' }, DeletionPolicy: 'Retain' };
  const TemplateBody = JSON.stringify({ Resources: { B: bucket } });
  await query('cloudformation', 'CreateStack', { StackName: 'Old', TemplateBody });
  await query('cloudformation', 'DeleteStack', { StackName: 'Old' });
  const mapping = join(folder, 'mapping.json');
  const template = await run('import', 'synth', 'Two', '--json');
  const [, logicalId = ''] = /"(Taken[A-Z0-9]+)": \{/.exec(template) ?? [];
  writeFileSync(mapping, JSON.stringify({ [logicalId]: { BucketName: 'taken-by-the-test' } }));
  const imported = await run('import', 'import', 'Two', '--resource-mapping', mapping, '--force');
  expect([imported, status('Two')]).toEqual([expect.stringContaining('✅  Two'), 'IMPORT_COMPLETE']);
  expect(await run('import', 'destroy', 'Two', '--force')).toContain('Two: destroyed');
  expect((await client(cloud, testAccount, testRegion).s3('GET', '/taken-by-the-test')).status).toBe(200);
}, 600_000);

test('an express deployment that fails stays as it is, and the stack goes with its children', async () => {
  const failed = await run('broken', 'deploy', 'One', '--express', '--require-approval', 'never');
  expect([failed, status('One')]).toEqual([expect.stringContaining('Nope'), 'UPDATE_FAILED']);
  await run('broken', 'destroy', 'One', '--force');
  expect(cloud.stacks().map(({ stack }) => stack)).toEqual(['CDKToolkit']);
}, 600_000);
