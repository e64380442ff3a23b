import type { SettledAzurePlan, SettledPlan } from '../../lib/plan';

type Deployment = SettledAzurePlan['deployment'];

/** A model deployment with one override, for tests about models. */
export function azureModel(overrides: Partial<Deployment['models'][string]> = {}): Deployment['models'][string] {
  return {
    deploymentName: 'frontier',
    model: { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' },
    sku: { name: 'DataZoneStandard', capacity: 50 },
    versionUpgradeOption: 'NoAutoUpgrade',
    contentFilterName: 'frontier-filter',
    ...overrides,
  };
}

/** The container of an online endpoint, by the last digits of its digest. */
export function azureContainer(end = 'b2'): NonNullable<Deployment['endpoints'][string]['container']> {
  return {
    imageUri: `crsupportdev.azurecr.io/deep-learning-containers/vllm@sha256:${end.padStart(64, '0')}`,
    port: 8080,
    healthPath: '/ping',
    modelMountPath: '/models',
  };
}

/** An online endpoint with one override, for tests about endpoints. */
export function azureEndpoint(
  overrides: Partial<Deployment['endpoints'][string]> = {},
): Deployment['endpoints'][string] {
  return {
    endpointName: 'support-dev-chat',
    deploymentName: 'chat-0123456789',
    placement: 'azure-ml',
    instanceType: 'Standard_NC24ads_A100_v4',
    instanceCount: 1,
    servedFrom: 'published-image',
    container: azureContainer(),
    environment: { HF_HUB_OFFLINE: '1', SM_VLLM_MODEL: '/models', SM_VLLM_MAX_MODEL_LEN: '8192' },
    modelUri: 'azureml://registries/mlr-support-dev/models/chat/versions/1',
    modelTags: { repository: 'example/chat', revision: '0123456789abcdef0123456789abcdef01234567' },
    maxConcurrentRequestsPerInstance: 32,
    requestTimeoutSeconds: 180,
    startupTimeoutSeconds: 1800,
    usdPerMonth: 2681.29,
    cost: { instances: { least: 1, most: 1, mean: 1 }, breakEven: {}, notIncluded: [] },
    ...overrides,
  };
}

/** A hand-written Azure plan of one environment: everything that the program can declare, once. */
export function azurePlan(environment: string, overrides: Partial<SettledAzurePlan> = {}): SettledAzurePlan {
  const production = environment === 'prod';
  return {
    tenant: '00000000-0000-4000-8000-000000000001',
    subscription: '00000000-0000-4000-8000-0000000000d1',
    location: 'swedencentral',
    dataRetention: production ? 'retain' : 'destroy',
    handOffs: [
      { name: 'experimentation/workspace-principal-id', producer: 'experimentation', consumers: ['evaluation'] },
      { name: 'initialization/caller-client-id', producer: 'initialization', consumers: [] },
      { name: 'initialization/caller-principal-id', producer: 'initialization', consumers: ['deployment'] },
      { name: 'initialization/ci-client-id', producer: 'initialization', consumers: [] },
      { name: 'initialization/ci-principal-id', producer: 'initialization', consumers: ['evaluation', 'deployment'] },
      { name: 'initialization/release-client-id', producer: 'initialization', consumers: [] },
      {
        name: 'initialization/release-principal-id',
        producer: 'initialization',
        consumers: ['evaluation', 'deployment'],
      },
      {
        name: 'initialization/runtime-principal-id',
        producer: 'initialization',
        consumers: ['experimentation', 'evaluation'],
      },
    ],
    initialization: {
      resourceGroupName: `rg-support-${environment}`,
      network: {
        name: `vnet-support-${environment}`,
        cidr: '10.21.0.0/16',
        privateEndpointSubnet: { name: 'snet-private-endpoints', cidr: '10.21.0.0/24' },
        privateDnsZones: [
          'privatelink.agentsvc.azure-automation.net',
          'privatelink.api.azureml.ms',
          'privatelink.azconfig.io',
          'privatelink.azurecr.io',
          'privatelink.blob.core.windows.net',
          'privatelink.file.core.windows.net',
          'privatelink.monitor.azure.com',
          'privatelink.notebooks.azure.net',
          'privatelink.ods.opinsights.azure.com',
          'privatelink.oms.opinsights.azure.com',
          'privatelink.openai.azure.com',
          'privatelink.search.windows.net',
          'privatelink.vaultcore.azure.net',
        ],
      },
      keyVault: { name: `kv-support-${environment}`, softDeleteRetentionDays: production ? 90 : 7 },
      logAnalytics: { name: `log-support-${environment}`, retentionDays: production ? 365 : 30 },
      applicationInsightsName: `appi-support-${environment}`,
      telemetryKeys: 'off',
      identities: {
        runtime: `id-support-${environment}-runtime`,
        caller: `id-support-${environment}-caller`,
        release: `id-support-${environment}-release`,
        ci: `id-support-${environment}-ci`,
      },
      github: {
        issuer: 'https://token.actions.githubusercontent.com',
        audience: 'api://AzureADTokenExchange',
        subjects: [`repo:example-org@1000001/support-assistant@2000002:environment:${environment}`],
      },
      storage: { accountName: `stsupport${environment}`, sku: production ? 'Standard_ZRS' : 'Standard_LRS' },
      containerRegistry: {
        name: `crsupport${environment}`,
        sku: 'Premium',
        zoneRedundancy: 'Enabled',
        armAudienceTokens: 'enabled',
      },
      handOffStore: {
        storeName: `appcs-support-${environment}`,
        keyPrefix: `/llmops/support-assistant/${environment}`,
        publicNetworkAccess: 'Enabled',
        deployerRole: 'App Configuration Data Owner',
      },
    },
    experimentation: { workspaceName: `mlw-support-${environment}` },
    evaluation: { registryName: `mlr-support-${environment}`, reportContainerName: 'evaluation-reports' },
    deployment: {
      account: { name: `oai-support-${environment}` },
      models: { frontier: azureModel() },
      search: {
        handbook: {
          serviceName: `srch-support-${environment}`,
          sku: production ? 'standard' : 'basic',
          replicaCount: production ? 3 : 1,
          partitionCount: 1,
        },
      },
      endpoints: { chat: azureEndpoint({ endpointName: `support-${environment}-chat` }) },
    },
    ...overrides,
  };
}

/** The plan of a whole environment around an Azure plan. */
export function settledPlan(environment: string, azure: SettledAzurePlan = azurePlan(environment)): SettledPlan {
  return { ...planWithoutAzure(environment), azure };
}

/** The plan of an environment that has no Azure target. */
export function planWithoutAzure(environment: string): SettledPlan {
  return {
    schema: 'llmops-kit/plan/v1',
    platform: 'support-assistant',
    environment,
    tier: environment === 'prod' ? 'production' : 'development',
    tags: {
      'llmops:platform': 'support-assistant',
      'llmops:environment': environment,
      team: 'ai-platform',
    },
    assets: {},
  };
}
