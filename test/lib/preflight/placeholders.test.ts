import landingZone from '../../../examples/landing-zone/llmops.config';
import tiny from '../../../examples/tiny/llmops.config';
import type { PlatformSpec } from '../../../lib/platform';
import { resolve } from '../../../lib/platform';
import { placeholders } from '../../../lib/preflight';
import reference from '../../../llmops.config';

function pathsOf(spec: unknown, environment = 'dev'): readonly string[] {
  const platform = resolve(spec);
  if (!platform.ok) throw new Error(JSON.stringify(platform.issues));
  return placeholders(platform.value, environment).map(({ path }) => path);
}

test('the reference platform has every kind, each with its path, and only those of the environment', () => {
  const paths = pathsOf(reference);
  expect(paths).toEqual(
    expect.arrayContaining([
      'environments.dev.aws.account',
      'environments.dev.azure.tenant',
      'environments.dev.azure.subscription',
      'owner.contact',
      'models.chat.revision',
      'endpoints.chat.serving.imageDigest.aws',
      'endpoints.chat.serving.imageDigest.azure',
      'tuning.chat-lora.image.digest',
      'pipeline.repository',
      'pipeline.ownerId',
      'pipeline.repositoryId',
    ]),
  );
  expect(paths.filter((path) => path.startsWith('environments.') && !path.startsWith('environments.dev.'))).toEqual([]);
  expect(pathsOf(reference, 'prod')).toContain('environments.prod.aws.account');
});

test('the ids of a landing zone are named too', () => {
  const paths = pathsOf(landingZone);
  for (const place of ['network.vpcId', 'network.privateSubnetIds.0', 'encryption.keyArn', 'alarms.topicArn'])
    expect(paths).toContain(`environments.dev.aws.${place}`);
  for (const place of ['network.virtualNetworkId', 'encryption.identityClientId', 'registry.id'])
    expect(paths).toContain(`environments.dev.azure.${place}`);
});

test('each says what it is, what was given, what is expected and where to get it', () => {
  const platform = resolve(reference);
  if (!platform.ok) throw new Error('refused');
  for (const issue of placeholders(platform.value, 'dev')) {
    expect(issue).toMatchObject({
      code: 'PlaceholderLeft',
      message: expect.stringMatching(/^this is an? /) as unknown,
    });
    expect(issue.got).toBeDefined();
    expect(issue.fix).not.toBe('');
  }
});

/** The smallest platform with values that no example has. They are as fictitious, but nothing says so. */
const own = {
  ...tiny,
  owner: { ...tiny.owner, contact: 'team@company.test' },
  environments: {
    dev: { tier: 'development', aws: { account: '210987654321', region: 'eu-central-1', cidr: '10.20.0.0/16' } },
  },
  models: { chat: { ...tiny.models['chat'], revision: '9a3f0c61d7e25b84f1a06c3d58e97b2410fd6c8e' } },
  endpoints: {
    chat: {
      ...tiny.endpoints?.['chat'],
      serving: {
        engine: 'vllm',
        version: '0.27.1',
        imageDigest: { aws: 'sha256:5c1e0f7a9b3d2846c1e0f7a9b3d28465c1e0f7a9b3d2846c1e0f7a9b3d284675' },
      },
    },
  },
} as unknown as PlatformSpec;

test('nothing is left in a platform with values of its own', () => {
  expect(pathsOf(own)).toEqual([]);
  expect(pathsOf({ ...own, owner: tiny.owner })).toEqual(['owner.contact']);
});
