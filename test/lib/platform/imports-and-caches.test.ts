import type { AwsServing, AzureServing, Issue, OpenWeightsModel } from '../../../lib/platform';
import { openWeights, resolve } from '../../../lib/platform';
import { digest, endpoint, platform } from '../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';
const vault = 'https://kv-registry.vault.azure.net/secrets';
const login = { usernameSecretUri: `${vault}/hub-user`, passwordSecretUri: `${vault}/hub-password` };

function issuesOf(of: {
  readonly aws?: AwsServing;
  readonly azure?: AzureServing;
  readonly model?: Partial<OpenWeightsModel>;
}): readonly Issue[] {
  const { serving } = endpoint();
  const { aws, azure, model } = of;
  const chat = endpoint({
    serving: { ...serving, ...(aws === undefined ? {} : { aws }), ...(azure === undefined ? {} : { azure }) },
  });
  const models = { ...platform().models, chat: openWeights('Qwen/Qwen3-32B', { revision, ...model }) };
  return resolve(platform({ endpoints: { chat }, models })).issues;
}

test.each<[string, Parameters<typeof issuesOf>[0]]>([
  ['a job from the hub', { model: { import: { aws: { by: 'job' } } } }],
  [
    'a job from a mirror with a token',
    { model: { import: { aws: { by: 'job', hub: 'https://mirror.example.com/hf', tokenSecret: 'hf/token' } } } },
  ],
  ['the command, by name', { model: { import: { aws: { by: 'push' } } } }],
  ['the published image through a cache', { aws: { from: 'cached-image' }, azure: { from: 'cached-image' } }],
  ['an image of quay.io', { aws: { from: 'cached-image', image: 'quay.io/example/vllm' } }],
  ['an image of ghcr.io without a login', { azure: { from: 'cached-image', image: 'ghcr.io/example/vllm' } }],
  ['an image of docker.io with one', { azure: { from: 'cached-image', image: 'docker.io/vllm/vllm-openai', login } }],
])('accepts %s', (_what, of) => {
  expect(issuesOf(of)).toEqual([]);
});

const onAws = 'endpoints.chat.serving.aws';
const onAzure = 'endpoints.chat.serving.azure';

test.each<[string, Parameters<typeof issuesOf>[0], Partial<Issue>]>([
  [
    'a hub without https',
    { model: { import: { aws: { by: 'job', hub: 'http://hub.example.com' } } } },
    {
      code: 'InvalidHubAddress',
      path: 'models.chat.import.aws.hub',
      got: 'http://hub.example.com',
      expected: 'an https address without login and final slash, such as https://huggingface.co',
      fix: 'write the address of the hub or of its mirror',
    },
  ],
  [
    'an ARN in place of the name of a secret',
    { model: { import: { aws: { by: 'job', tokenSecret: 'arn:aws:secretsmanager:eu-central-1:1:secret:x' } } } },
    {
      code: 'InvalidGivenName',
      path: 'models.chat.import.aws.tokenSecret',
      expected: 'a name, and not an ARN: each environment has the secret in its own account',
      fix: "copy the name from 'aws secretsmanager list-secrets'",
    },
  ],
  [
    'a registry that ECR cannot fetch from without a login',
    { aws: { from: 'cached-image', image: 'docker.io/vllm/vllm-openai' } },
    {
      code: 'UnknownUpstream',
      path: `${onAws}.image`,
      got: 'docker.io/vllm/vllm-openai',
      expected: "an image of 'public.ecr.aws', 'quay.io' or 'registry.k8s.io', with its host",
      fix: "name the image in one of them, or set from to 'copied-image'",
    },
  ],
  [
    'an image without the host of its registry',
    { azure: { from: 'cached-image', image: 'vllm' } },
    { code: 'UnknownUpstream', path: `${onAzure}.image`, got: 'vllm' },
  ],
  [
    'an image with a tag',
    { aws: { from: 'cached-image', image: 'quay.io/example/vllm:1' } },
    { code: 'InvalidImageRepository', path: `${onAws}.image`, got: 'quay.io/example/vllm:1' },
  ],
  [
    'docker.io without a login',
    { azure: { from: 'cached-image', image: 'docker.io/vllm/vllm-openai' } },
    {
      code: 'UpstreamLogin',
      path: `${onAzure}.login`,
      expected: 'two secrets of a Key Vault',
      fix: `add ${onAzure}.login, or name the image in another registry`,
    },
  ],
  [
    'a login of a registry that takes none',
    { azure: { from: 'cached-image', image: 'mcr.microsoft.com/example/vllm', login } },
    { code: 'UpstreamLogin', path: `${onAzure}.login`, expected: 'nothing here', fix: `remove ${onAzure}.login` },
  ],
  [
    'two secrets of two vaults',
    {
      azure: {
        from: 'cached-image',
        image: 'docker.io/vllm/vllm-openai',
        login: { ...login, passwordSecretUri: 'https://kv-other.vault.azure.net/secrets/p' },
      },
    },
    {
      code: 'InvalidSecretUri',
      path: `${onAzure}.login`,
      got: ['kv-registry', 'kv-other'],
      expected: 'two secrets of one vault: one identity reads both',
      fix: 'store both in one vault',
    },
  ],
])('refuses %s', (_what, of, expected) => {
  expect(issuesOf(of)).toMatchObject([expected]);
});

test('neither a token nor a password is shown', () => {
  const token = issuesOf({ model: { import: { aws: { by: 'job', tokenSecret: 'hf_0123456789' } } } });
  expect(token).toMatchObject([{ code: 'LiteralToken', path: 'models.chat.import.aws.tokenSecret' }]);
  const password = issuesOf({
    azure: { from: 'cached-image', image: 'docker.io/a/b', login: { ...login, passwordSecretUri: 'hunter22' } },
  });
  expect(password).toMatchObject([{ code: 'InvalidSecretUri', path: `${onAzure}.login.passwordSecretUri` }]);
  expect(JSON.stringify([token, password])).not.toMatch(/hf_0123456789|hunter22/);
});

test('an image without its digest is refused, cached or not', () => {
  const serving = {
    ...endpoint().serving,
    imageDigest: { azure: digest('b') },
    aws: { from: 'cached-image' } as const,
  };
  const { issues } = resolve(platform({ endpoints: { chat: endpoint({ serving }) } }));
  expect(issues).toMatchObject([
    {
      code: 'MissingImageDigest',
      path: 'endpoints.chat.serving.imageDigest.aws',
      expected: 'sha256: and 64 hexadecimal digits',
    },
  ]);
});

test.each(['aws', 'azure'] as const)('one digest is not both imported and cached on %s', (cloud) => {
  const { serving } = endpoint();
  const imported = { aws: { from: 'copied-image' } as const, azure: { from: 'published-image' } as const };
  const endpoints = {
    chat: endpoint({ serving: { ...serving, [cloud]: { from: 'cached-image' } } }),
    other: endpoint({ serving: { ...serving, [cloud]: imported[cloud] } }),
  };
  expect(resolve(platform({ endpoints })).issues).toMatchObject([
    {
      code: 'ImportedAndCached',
      path: `endpoints.chat.serving.${cloud}.from`,
      got: serving.imageDigest[cloud],
      expected: 'one way for one digest',
      fix: `set endpoints.other.serving.${cloud} to { from: 'cached-image' } too, or this one to { from: '${imported[cloud].from}' }`,
    },
  ]);
});

test('a way to copy and a way to cache cannot be written together', () => {
  const aws = { from: 'copied-image', image: 'quay.io/example/vllm' } as unknown as AwsServing;
  expect(issuesOf({ aws })).toMatchObject([{ path: `${onAws}.image` }]);
});

test('a job for a model that nothing on AWS loads is a warning', () => {
  const spec = platform();
  const models = {
    ...spec.models,
    spare: openWeights('Qwen/Qwen3-8B', { revision, import: { aws: { by: 'job' } } }),
  };
  const resolved = resolve({ ...spec, models });
  expect(resolved.ok).toBe(true);
  expect(resolved.issues).toMatchObject([{ code: 'ImportWithoutEffect', path: 'models.spare.import.aws' }]);
});
