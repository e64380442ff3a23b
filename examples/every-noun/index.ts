import type { LandingZone, PlatformIdentities as Identities } from '../../constructs/azure';
import {
  AlertContact,
  allowOutbound,
  ApplicationInsights,
  BlobContainer,
  ContainerRegistry,
  DestroyGuard,
  EnvironmentBudget,
  ExistingNetwork,
  HandOffStore,
  KeyVault,
  MlJobSchedule,
  MlOnlineEndpoint,
  MlRegistry,
  MlWorkspace,
  MonitorPrivateLink,
  OpenAiAccount,
  PlatformIdentities,
  PrivateLandingZone,
  publishHandOff,
  RegistryCacheRule,
  RegistryCredentials,
  SearchService,
  StandbyStorage,
  StorageAccount,
} from '../../constructs/azure';

/*
 * Every component of the kit once, in one Pulumi program, each given what the others are: no id is written twice and nothing is
 * planned. `program` is the body of `main.ts`. Tenant, subscription and digest are fictitious.
 */
const tenantId = '00000000-0000-4000-8000-000000000001';
const subscription = '00000000-0000-4000-8000-0000000000d1';
const location = 'swedencentral';
const email = 'ai-platform@example.com';
const image = 'serving@sha256:00000000000000000000000000000000000000000000000000000000000000a2';

/** Ground: a landing zone, what it costs, and a zone that another team adds to its network. */
function ground() {
  const zone = new PrivateLandingZone('zone', {
    subscription,
    location,
    resourceGroup: 'rg-every-noun',
    addressPrefix: '10.42.0.0/16',
    privateMonitor: true,
  });
  const { landingZone } = zone;
  new ExistingNetwork('second-team', {
    virtualNetworkId: zone.virtualNetworkId,
    privateEndpointSubnetId: landingZone.privateEndpointSubnetId,
    privateDnsZones: ['privatelink.postgres.database.azure.com'],
    resourceGroupName: landingZone.resourceGroupName,
    dataRetention: landingZone.dataRetention,
  });
  new EnvironmentBudget('budget', {
    budgetName: 'every-noun',
    scope: zone.resourceGroupId,
    amountPerMonth: 5000,
    startDate: '2026-12-01',
    email,
    notifyAtPercent: [50, 80],
  });
  const alerts = new AlertContact('alerts', {
    actionGroupName: 'every-noun',
    shortName: 'every-noun',
    email,
    resourceGroupName: landingZone.resourceGroupName,
  });
  const identities = new PlatformIdentities('identities', {
    names: { runtime: 'id-runtime', caller: 'id-caller', release: 'id-release', ci: 'id-ci' },
    ...landingZone,
  });
  return { zone, landingZone, alerts, identities };
}

/** What a workspace stores in, and the workspace. */
function workspaceOf(landingZone: LandingZone, { ci, caller }: Identities) {
  const vault = new KeyVault('vault', { tenantId, landingZone });
  const storage = new StorageAccount('storage', { landingZone });
  const images = new ContainerRegistry('images', { landingZone });
  const telemetry = new ApplicationInsights('telemetry', { landingZone });
  const monitor = new MonitorPrivateLink('monitor', {
    resources: { logs: landingZone.logAnalyticsWorkspaceId, telemetry: telemetry.componentId },
    landingZone,
  });
  const workspace = new MlWorkspace('ml', {
    keyVaultId: vault.vaultId,
    storageAccountId: storage.accountId,
    storageEndpointIds: storage.storageEndpointIds,
    containerRegistryId: images.registryId,
    applicationInsightsId: telemetry.componentId,
    monitorScopeId: monitor.scopeId,
    landingZone,
  });
  const reports = new BlobContainer('reports', { containerName: 'reports', account: storage, landingZone });
  telemetry.grants.publish('telemetry-caller', caller);
  if (ci !== undefined) {
    vault.grants.secretsUse('vault-ci', ci);
    images.grants.push('images-ci', ci);
    reports.grants.readWrite('reports-ci', ci);
  }
  return { vault, storage, images, workspace };
}

/** Models, passages of documents, and who may call them. */
function answers({ landingZone, alerts, identities }: ReturnType<typeof ground>) {
  const { actionGroupId } = alerts;
  const models = new OpenAiAccount('models', {
    deployments: {
      embed: {
        model: { format: 'OpenAI', name: 'text-embedding-3-large', version: '1' },
        sku: { name: 'Standard', capacity: 50 },
      },
    },
    alert: { actionGroupId, availabilityPercent: 99 },
    landingZone,
  });
  const handbook = new SearchService('handbook', {
    embedding: { accountId: models.accountId, dependsOn: models.lastWrite },
    alert: { actionGroupId, throttledPercent: 5, failedDocuments: 0 },
    landingZone,
  });
  models.grants.invoke('models-handbook', handbook);
  models.grants.invoke('models-caller', identities.caller);
  handbook.grants.query('handbook-caller', identities.caller);
  return { models, handbook };
}

/** An image that is fetched from another registry with a login, and copies of reports in a second location. */
function copies(landingZone: LandingZone, { vault, images }: ReturnType<typeof workspaceOf>) {
  const login = new RegistryCredentials('login', {
    registryName: images.registryName,
    credentialSetName: 'docker-hub',
    loginServer: 'docker.io',
    usernameSecretUri: vault.secretUri('docker-user'),
    passwordSecretUri: vault.secretUri('docker-token'),
    landingZone,
  });
  vault.grants.secretsUse('vault-login', login.principal);
  new RegistryCacheRule('cached', {
    registryName: images.registryName,
    ruleName: 'vllm',
    sourceRepository: 'docker.io/vllm/vllm-openai',
    targetRepository: 'vllm',
    credentialSetId: login.credentialSetId,
    landingZone,
  });
  return new StandbyStorage('standby', {
    accountName: 'steverynounstandby',
    skuName: 'Standard_ZRS',
    location: 'norwayeast',
    containerNames: ['reports'],
    landingZone,
  });
}

/** A job that writes a candidate every week. */
function tuning({ landingZone, identities }: ReturnType<typeof ground>, workspaceName: MlWorkspace['workspaceName']) {
  return new MlJobSchedule('weekly', {
    schedule: { cron: '0 3 * * 0', timeZone: 'W. Europe Standard Time' },
    job: {
      command: 'python train.py',
      environmentId: 'azureml://registries/azureml/environments/acft-hf-nlp-gpu/versions/1',
      instanceType: 'Standard_NC24ads_A100_v4',
    },
    identityId: identities.runtime.identityId,
    emails: [email],
    workspaceName,
    landingZone,
  });
}

/** The store of what other programs read. */
function handOffs({ landingZone, identities }: ReturnType<typeof ground>): HandOffStore {
  const store = new HandOffStore('hand-offs', { landingZone });
  const { resourceGroupName } = landingZone;
  publishHandOff(
    {
      place: { storeName: store.storeName, keyPrefix: '/llmops/every-noun', resourceGroupName },
      handOff: 'initialization/caller-client-id',
      value: identities.caller.clientId,
    },
    { parent: store },
  );
  return store;
}

/** Declares the resources of the example. */
export function program() {
  const base = ground();
  const { landingZone, alerts, identities } = base;
  const { runtime, caller, release } = identities;
  const stores = workspaceOf(landingZone, identities);
  const { storage, images, workspace } = stores;
  const standby = copies(landingZone, stores);
  const registry = new MlRegistry('registry', { landingZone });
  const outbound = allowOutbound(
    'ml-to-registry',
    {
      ruleName: 'registry',
      workspaceName: workspace.workspaceName,
      resourceGroupName: landingZone.resourceGroupName,
      serviceResourceId: registry.registryId,
      subresourceTarget: 'amlregistry',
    },
    { dependsOn: [...workspace.networkReady] },
  );
  const chat = new MlOnlineEndpoint('chat', {
    deployment: {
      instanceType: 'Standard_NC24ads_A100_v4',
      container: { imageUri: images.imageUri(image), port: 8080, healthPath: '/health', modelMountPath: '/models' },
      modelUri: registry.modelUri('chat', 1),
      scaling: { minInstances: 2, maxInstances: 4, addAbove: 60, removeBelow: 20, cooldownSeconds: 600 },
      alerts: { latencyP99Ms: 20_000, errorsPerMinute: 1, throttledPerMinute: 1 },
    },
    workspaceName: workspace.workspaceName,
    identityId: runtime.identityId,
    dependsOn: [
      outbound,
      images.grants.pull('images-runtime', runtime),
      storage.grants.read('storage-runtime', runtime),
      registry.grants.read('registry-runtime', runtime),
      workspace.grants.writeMetrics('ml-runtime', runtime),
    ],
    alertContactId: alerts.actionGroupId,
    landingZone,
  });
  chat.grants.invoke('chat-caller', caller);
  chat.grants.release('chat-release', release);
  const weekly = tuning(base, workspace.workspaceName);
  const { models, handbook } = answers(base);
  const store = handOffs(base);
  new DestroyGuard(
    'guard',
    [base.zone, workspace, registry, chat, weekly, standby, models, handbook, store],
    landingZone.dataRetention,
  );
  return { endpointId: chat.endpointId, accountId: models.accountId };
}
