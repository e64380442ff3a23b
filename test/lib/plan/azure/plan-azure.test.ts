import { settle } from '../../../../lib/plan';
import { azureOpenAi } from '../../../../lib/platform';
import { azurePlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, digest, endpoint, platform } from '../../../helpers/platform';

test.each([
  ['dev', 'destroy', 7, 30, 'Standard_LRS', 'basic', 1],
  ['prod', 'retain', 90, 365, 'Standard_ZRS', 'standard', 3],
] as const)(
  'keeps in %s what its tier may not lose',
  (environment, dataRetention, softDelete, logs, storage, search, replicas) => {
    const plan = settle(azurePlan({}, environment));
    expect(plan.dataRetention).toBe(dataRetention);
    expect(plan.initialization.keyVault.softDeleteRetentionDays).toBe(softDelete);
    expect(plan.initialization.logAnalytics.retentionDays).toBe(logs);
    expect(plan.initialization.storage.sku).toBe(storage);
    expect(plan.deployment.search.handbook).toMatchObject({ sku: search, replicaCount: replicas, partitionCount: 1 });
  },
);

test('spreads storage over zones only where a location has them', () => {
  const environments = {
    stage: { tier: 'staging' as const, azure: { ...azureTarget, location: 'zonelesseurope' } },
  };
  const { models } = platform();
  const { frontier } = models;
  const plan = azurePlan(
    {
      environments,
      models: frontier === undefined ? {} : { frontier },
      endpoints: {},
      knowledge: {},
      registry: { models: [] },
      tuning: {},
    },
    'stage',
  );
  expect(plan.initialization.storage.sku.value).toBe('Standard_LRS');
});

test('puts private endpoints in the first /24 of the network, and in a /22 too', () => {
  const subnet = (cidr: string): string =>
    azurePlan({ environments: { dev: developmentEnvironment({ azure: { ...azureTarget, cidr } }) } }).initialization
      .network.privateEndpointSubnet.cidr.value;
  expect([subnet('10.21.0.0/16'), subnet('172.16.4.0/22')]).toEqual(['10.21.0.0/24', '172.16.4.0/24']);
});

test('resolves privately what the platform uses and nothing else', () => {
  const { embed, chat } = platform().models;
  const common = [
    'privatelink.agentsvc.azure-automation.net',
    'privatelink.api.azureml.ms',
    'privatelink.azurecr.io',
    'privatelink.blob.core.windows.net',
    'privatelink.monitor.azure.com',
    'privatelink.notebooks.azure.net',
    'privatelink.ods.opinsights.azure.com',
    'privatelink.oms.opinsights.azure.com',
    'privatelink.vaultcore.azure.net',
  ];
  const zones = (plan: ReturnType<typeof azurePlan>): readonly string[] =>
    plan.initialization.network.privateDnsZones.value;
  const models = { ...(chat === undefined ? {} : { chat }), ...(embed === undefined ? {} : { embed }) };
  expect(zones(azurePlan({ models, knowledge: {} }))).toEqual(common);
  expect(zones(azurePlan())).toEqual(
    [...common, 'privatelink.openai.azure.com', 'privatelink.search.windows.net'].toSorted(),
  );
});

test.each([
  ['eu', undefined, 'DataZoneStandard'],
  ['eu', 'Standard', 'Standard'],
  [undefined, undefined, 'GlobalStandard'],
  [undefined, 'GlobalStandard', 'GlobalStandard'],
] as const)('with residency %s and sku %s processes in %s', (residency, sku, expected) => {
  const frontier = azureOpenAi('gpt-4.1', { version: '2025-04-14', ...(sku === undefined ? {} : { sku }) });
  const { deployment } = azurePlan({ residency, models: { ...platform().models, frontier } });
  expect(settle(deployment.models.frontier)).toEqual({
    deploymentName: 'frontier',
    model: { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' },
    sku: { name: expected, capacity: 50 },
    versionUpgradeOption: 'NoAutoUpgrade',
    contentFilterName: 'frontier-filter',
  });
});

test('has no Azure OpenAI account without a model for it', () => {
  const { chat, embed } = platform().models;
  const models = { ...(chat === undefined ? {} : { chat }), ...(embed === undefined ? {} : { embed }) };
  expect(azurePlan({ models }).deployment).not.toHaveProperty('account');
  expect(azurePlan().deployment.account?.name.value).toMatch(/^support-dev-[0-9a-f]{8}$/);
});

test('serves from an image of its own registry, with every argument written out', () => {
  const { initialization, evaluation, deployment } = azurePlan();
  const registry = initialization.containerRegistry.name.value;
  expect(settle(deployment.endpoints.chat)).toMatchObject({
    placement: 'azure-ml',
    instanceType: 'Standard_NC40ads_H100_v5',
    instanceCount: 1,
    imageUri: `${registry}.azurecr.io/vllm/vllm-openai@${digest('b')}`,
    modelUri: `azureml://registries/${evaluation.registryName.value}/models/Qwen-Qwen3-32B/versions/0123456789abcdef0123456789abcdef01234567`,
    modelMountPath: '/models',
    maxConcurrentRequestsPerInstance: 8,
    quota: { name: 'StandardNCadsH100v5Family', needed: 80, unit: 'vcpu' },
    usdPerMonth: 6570,
  });
  expect(deployment.endpoints.chat?.arguments.value.join(' ')).toBe(
    '--dtype bfloat16 --gpu-memory-utilization 0.9 --max-model-len 5120 --max-num-batched-tokens 8192 ' +
      '--max-num-seqs 8 --model /models --served-model-name chat --tensor-parallel-size 1',
  );
});

test('names a deployment after its contents: another image is another deployment, another price is not', () => {
  const name = (overrides: Parameters<typeof endpoint>[0]): string | undefined =>
    azurePlan({ endpoints: { chat: endpoint(overrides) } }).deployment.endpoints.chat?.deploymentName.value;
  const serving = { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('a'), azure: digest('d') } } as const;
  expect(name({ serving })).not.toBe(name({}));
  expect(name({ pinned: { azure: { replicas: 2 } } })).toBe(name({}));
});

test('waits between 30 and 180 seconds for an answer', () => {
  const seconds = (outputTokens: number): number | undefined =>
    azurePlan({
      endpoints: { chat: endpoint({ traffic: { peakConcurrency: 1, inputTokens: 100, outputTokens } }) },
    }).deployment.endpoints.chat?.requestTimeoutSeconds.value;
  expect([seconds(10), seconds(4000)]).toEqual([30, 180]);
});
