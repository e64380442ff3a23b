import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import type { Ended } from '../helpers/command';
import { llmops } from '../helpers/command';
import type { TestHub } from '../helpers/hub';
import { startHub } from '../helpers/hub';
import { environmentPlanOf } from '../helpers/reference-plan';
import { client } from '../lib/local/aws/wire';

const state = join(mkdtempSync(join(tmpdir(), 'assets-')), 'state');
const plan = environmentPlanOf('dev');
const { account, region, integration, knowledge } = plan;
let cloud: LocalAws;
let hub: TestHub;

beforeAll(async () => {
  cloud = await startLocalAws({ state });
  const bucket = (BucketName: string | undefined): object => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName } });
  const template = {
    Resources: {
      Artifacts: bucket(integration.artifactBucketName),
      Documents: bucket(knowledge.bases['handbook']?.sourceBucketName),
    },
  };
  await client(cloud, account, region).query('cloudformation', 'CreateStack', {
    StackName: 'Stores',
    TemplateBody: JSON.stringify(template),
  });
  await cloud.idle();
  hub = await startHub('Qwen/Qwen3-32B', '0123456789abcdef0123456789abcdef01234567', {
    'config.json': { content: '{}' },
    'model.safetensors': { content: 'weights', lfs: true },
  });
});
afterAll(async () => {
  await hub.close();
  await cloud.close();
});

function assets(...args: readonly string[]): Promise<Ended> {
  return llmops(['assets', ...args, '--env', 'dev', '--local', '--state', state]);
}

test('what is missing is listed, brought and then there; a second push brings nothing', async () => {
  const id = 'aws/weights/chat';
  const before = await assets('plan', '--only', id);
  expect(before.code).toBe(1);
  expect(before.stdout).toMatch(/^missing {2}aws\/weights\/chat, 61 GiB/);
  expect(before.stdout).toMatch(
    `fix       llmops assets push --env dev --local --state ${state} --only aws/weights/chat`,
  );
  const pushed = await assets('push', '--only', id, '--from', hub.address);
  expect(pushed).toMatchObject({ code: 0, stdout: 'brought   aws/weights/chat\n' });
  expect(pushed.stderr).toMatch(
    /aws\/weights\/chat: 2 files[\s\S]*100 % [\s\S]*complete, s3:\/\/.*llmops-manifest.json/,
  );
  expect((await assets('plan', '--only', id)).code).toBe(0);
  expect((await assets('push', '--only', id, '--from', hub.address)).stdout).toBe('present   aws/weights/chat\n');
});

test('documents come from a folder; without one the command says so', async () => {
  const id = 'aws/documents/handbook';
  expect(await assets('push', '--only', id)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/AssetSourceMissing/) as string,
  });
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  writeFileSync(join(folder, 'returns.md'), '# Returns');
  expect((await assets('push', '--only', id, '--from', folder)).code).toBe(0);
  expect((await assets('plan', '--only', id)).code).toBe(0);
});

test('a store of Azure that no stage has created is missing, by name of the stage, and nothing is brought', async () => {
  const shown = await assets('plan', '--only', 'azure/image/chat', 'azure/weights/chat', 'azure/documents/handbook');
  expect(shown.code).toBe(1);
  expect(shown.stdout).toMatch(/registry \w+ does not exist: the initialization stage creates it/);
  expect(shown.stdout).toMatch(/registry [\w-]+ does not exist: the evaluation stage creates it/);
  const pushed = await assets('push', '--only', 'azure/weights/chat', '--from', hub.address);
  expect(pushed.code).toBe(1);
  expect(pushed.stderr).toMatch(/AssetPlaceMissing[^]*deploy the evaluation stage, then run the command again/);
});

test('what nobody could ask is unverified and inconclusive, never present', async () => {
  const shown = await assets('plan', '--only', 'aws/image/chat', '--json');
  expect(shown.code).toBe(3);
  expect(JSON.parse(shown.stdout)).toMatchObject([{ id: 'aws/image/chat', state: { kind: 'unverified' } }]);
});

test.each([
  ['an unknown asset', ['plan', '--only', 'aws/weights/chatt'], 2, /did you mean.*aws\/weights\/chat.*/],
  ['an asset that its publisher brings', ['push', '--only', 'aws/image/chat'], 1, /AssetNotBrought/],
  ['one folder for many assets', ['push', '--from', '/tmp'], 2, /name it with --only/],
  [
    'a folder that is not there',
    ['push', '--only', 'aws/documents/handbook', '--from', '/no/such/folder'],
    1,
    /AssetSourceMissing/,
  ],
])('%s is refused', async (_what, args, code, message) => {
  const run = await assets(...args);
  expect(run.stderr).toMatch(message);
  expect(run.code).toBe(code);
});
