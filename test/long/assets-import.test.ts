import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { settle } from '../../lib/plan';
import { openWeights } from '../../lib/platform';
import { stageTemplates } from '../helpers/aws-app';
import type { Ended } from '../helpers/command';
import { llmops } from '../helpers/command';
import type { TestHub } from '../helpers/hub';
import { startHub } from '../helpers/hub';
import { environmentPlan } from '../helpers/plan';
import { endpoint, platform } from '../helpers/platform';
import { client } from '../lib/local/aws/wire';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const state = join(folder, 'state');
const config = join(folder, 'llmops.config.ts');
const revision = '0123456789abcdef0123456789abcdef01234567';
const chat = openWeights('Qwen/Qwen3-32B', { revision, import: { aws: { by: 'job' } } });
const serving = { ...endpoint().serving, aws: { from: 'cached-image' } as const };
const overrides = {
  models: { ...platform().models, chat },
  endpoints: { chat: endpoint({ serving }) },
  registry: { models: [] },
  tuning: {},
};
const plan = settle(environmentPlan(overrides));
const { account = '', region = '', parameterPrefix = '' } = plan.aws ?? {};

/** What the integration stack reads. */
const foundation = {
  Resources: {
    Key: { Type: 'AWS::KMS::Key', Properties: {} },
    KeyArn: {
      Type: 'AWS::SSM::Parameter',
      Properties: {
        Name: `${parameterPrefix}/foundation/key-arn`,
        Type: 'String',
        Value: { 'Fn::GetAtt': ['Key', 'Arn'] },
      },
    },
    BootstrapVersion: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/cdk-bootstrap/hnb659fds/version', Type: 'String', Value: '30' },
    },
  },
};

let cloud: LocalAws;
let hub: TestHub;

beforeAll(async () => {
  writeFileSync(config, `export default ${JSON.stringify(platform(overrides))};\n`);
  cloud = await startLocalAws({ state });
  const stacks = { foundation, integration: stageTemplates(plan)['integration'] };
  for (const [StackName, template] of Object.entries(stacks)) {
    const answer = await client(cloud, account, region).query('cloudformation', 'CreateStack', {
      StackName,
      TemplateBody: JSON.stringify(template),
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    });
    if (answer.status !== 200) throw new Error(answer.text);
  }
  hub = await startHub('Qwen/Qwen3-32B', revision, {
    'config.json': { content: '{}' },
    'model.safetensors': { content: 'weights', lfs: true },
  });
});
afterAll(async () => {
  await hub.close();
  await cloud.close();
});

function assets(...args: readonly string[]): Promise<Ended> {
  return llmops(['assets', ...args, '--env', 'dev', '--config', config, '--local', '--state', state]);
}

test('a push starts the import job, waits for it, and the weights are there', async () => {
  const id = 'aws/weights/chat';
  const before = await assets('plan', '--only', id);
  expect(before.stdout).toMatch(
    /brought {3}by import job support-dev-import-chat, after integration, before deployment/,
  );
  expect(before.stdout).toMatch(
    /checked {3}in the bucket: the prefix is written once, versioned, and only the import role/,
  );
  const pushed = await assets('push', '--only', id, '--from', hub.address);
  expect(pushed).toMatchObject({ code: 0, stdout: 'brought   aws/weights/chat\n' });
  expect(pushed.stderr).toMatch(/aws\/weights\/chat: support-dev-import-chat build/);
  expect((await assets('plan', '--only', id)).code).toBe(0);
  expect((await assets('push', '--only', id, '--from', hub.address)).stdout).toBe('present   aws/weights/chat\n');
});

test('an image of a cache is missing until its first pull; the local cloud reaches no other registry, and says so', async () => {
  const id = 'aws/image/chat';
  const before = await assets('plan', '--only', id);
  expect(before.code).toBe(1);
  expect(before.stdout).toMatch(/brought {3}by pull-through cache[\s\S]*nobody has pulled sha256:a+ through the cache/);
  const pushed = await assets('push', '--only', id);
  expect(pushed.code).toBe(1);
  expect(pushed.stderr).toMatch(
    /did not get sha256:a+ from the registry that it caches[\s\S]*BatchImportUpstreamImage/,
  );
});
