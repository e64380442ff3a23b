import { settle } from '../../../../lib/plan';
import type { AzureServing } from '../../../../lib/platform';
import { environmentPlan, planIssues } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, digest, endpoint } from '../../../helpers/platform';

type Cached = Extract<AzureServing, { readonly from: 'cached-image' }>;

const image = 'docker.io/vllm/vllm-openai';
const loginIn = (vault: string) => ({
  usernameSecretUri: `https://${vault}.vault.azure.net/secrets/user`,
  passwordSecretUri: `https://${vault}.vault.azure.net/secrets/password`,
});

function cached(azure: Omit<Cached, 'from'> = {}) {
  return endpoint({ serving: { ...endpoint().serving, azure: { from: 'cached-image', ...azure } } });
}

test('the published image is pulled through a rule of the registry, under a name that no import has', () => {
  const { azure, assets } = environmentPlan({ endpoints: { chat: cached() } });
  const registry = azure?.initialization.containerRegistry;
  expect(settle(registry?.cacheRules)).toEqual({
    'public-ecr-aws-deep-learning-containers-vllm': {
      ruleName: 'public-ecr-aws-deep-learning-containers-vllm',
      sourceRepository: 'public.ecr.aws/deep-learning-containers/vllm',
      targetRepository: 'cache/deep-learning-containers/vllm',
    },
  });
  const container = azure?.deployment.endpoints.chat?.container;
  expect(container?.imageUri.value).toBe(
    `${registry?.name.value}.azurecr.io/cache/deep-learning-containers/vllm@${digest('b')}`,
  );
  expect(container).not.toHaveProperty('importFrom');
  const asset = assets['azure/image/chat'];
  expect(asset?.bringer.value).toBe('cache');
  expect(asset?.neededBy.value).toEqual([]);
  expect(asset?.source.value).toMatchObject({ image: container?.cachedFrom?.value });
});

test('two endpoints of one image share its rule', () => {
  const { azure } = environmentPlan({ endpoints: { chat: cached(), other: cached() } });
  expect(Object.keys(azure?.initialization.containerRegistry.cacheRules ?? {})).toHaveLength(1);
});

test.each([
  ['the vault of the environment', true],
  ['a vault of the company', false],
])('a login from %s', (_what, own) => {
  const vault = own ? (environmentPlan().azure?.initialization.keyVault.name.value ?? '') : 'kv-company';
  const login = loginIn(vault);
  const { azure } = environmentPlan({ endpoints: { chat: cached({ image, login }) } });
  expect(settle(azure?.initialization.containerRegistry.cacheRules)).toMatchObject({
    'docker-io-vllm-vllm-openai': {
      login: { credentialSetName: 'docker-io', loginServer: 'docker.io', ...login, ownVault: own },
    },
  });
});

test('a platform that pulls through no rule has none', () => {
  expect(environmentPlan().azure?.initialization.containerRegistry).not.toHaveProperty('cacheRules');
});

test('a registry of the company and two logins of one registry are refused', () => {
  const registry = {
    id: `/subscriptions/${azureTarget.subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/crcompany`,
  };
  const environments = { dev: developmentEnvironment({ azure: { ...azureTarget, registry } }) };
  expect(planIssues({ environments, endpoints: { chat: cached() } })).toMatchObject([
    {
      code: 'CacheInGivenRegistry',
      path: 'endpoints.chat.serving.azure.from',
      got: 'cached-image',
      expected: 'a registry that the kit creates',
    },
  ]);
  const endpoints = {
    chat: cached({ image, login: loginIn('kv-one') }),
    other: cached({ image: 'docker.io/other/vllm', login: loginIn('kv-two') }),
  };
  expect(planIssues({ endpoints })).toMatchObject([
    {
      code: 'UpstreamLogin',
      path: 'endpoints.other.serving.azure.login',
      expected: 'the login of endpoints.chat.serving.azure',
    },
  ]);
});
