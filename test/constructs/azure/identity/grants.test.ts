import type { Principal } from '../../../../constructs/azure';
import {
  BlobContainer,
  ContainerRegistry,
  KeyVault,
  MlOnlineEndpoint,
  MlRegistry,
  MlWorkspace,
  SearchService,
} from '../../../../constructs/azure';
import { azureEndpoint } from '../../../helpers/azure-plan-fixture';
import { landingZone, reader, recordProgram, rolesOf } from '../../../helpers/azure-recording';

const zone = landingZone();
const workspace = {
  workspaceName: 'mlw-example',
  keyVaultId: '/vaults/example',
  storageAccountId: '/accounts/example',
  containerRegistryId: '/registries/example',
  applicationInsightsId: '/components/example',
  landingZone: zone,
};
const endpoint = {
  deployment: azureEndpoint(),
  workspaceName: 'mlw-example',
  identityId: '/identities/example',
  dependsOn: [],
  landingZone: zone,
};
const search = { searchServiceName: 'srch-example', skuName: 'basic', replicaCount: 1, partitionCount: 1 } as const;
const vault = { vaultName: 'kv-example', tenantId: 'tenant', softDeleteRetentionInDays: 7 };

/** What each grant gives: one role on the one resource that grants it, unless a service splits a right in two. */
const grants: readonly (readonly [string, (to: Principal) => void, readonly string[]])[] = [
  ['pull images', (to) => images().pull('it', to), ['AcrPull']],
  ['push images', (to) => images().push('it', to), ['AcrPush']],
  ['import images', (to) => images().import('it', to), ['Container Registry Data Importer and Data Reader']],
  ['read models', (to) => models().read('it', to), ['registry reader']],
  ['write models', (to) => models().use('it', to), ['AzureML Registry User']],
  ['read reports', (to) => reports().read('it', to), ['Storage Blob Data Reader']],
  ['write reports', (to) => reports().readWrite('it', to), ['Storage Blob Data Contributor']],
  ['query an index', (to) => service().query('it', to), ['Search Index Data Reader']],
  [
    'write an index',
    (to) => service().write('it', to),
    ['Search Index Data Contributor', 'Search Service Contributor'],
  ],
  ['call an endpoint', (to) => chat().invoke('it', to), ['endpoint caller']],
  ['release to an endpoint', (to) => chat().release('it', to), ['endpoint releaser']],
  [
    'write metrics',
    (to) => new MlWorkspace('x', workspace).grants.writeMetrics('it', to),
    ['AzureML Metrics Writer (preview)'],
  ],
  [
    'read secrets',
    (to) => new KeyVault('x', { ...vault, landingZone: zone }).grants.secretsUse('it', to),
    ['Key Vault Secrets User'],
  ],
];

const images = () =>
  new ContainerRegistry('x', {
    registryName: 'crexample',
    skuName: 'Premium',
    zoneRedundancy: 'Enabled',
    armAudienceTokens: 'enabled',
    landingZone: zone,
  }).grants;
const models = () =>
  new MlRegistry('x', { registryName: 'mlr-example', storageAccountType: 'Standard_LRS', landingZone: zone }).grants;
const reports = () =>
  new BlobContainer('x', { containerName: 'r', account: { name: 'st', accountName: 'st' }, landingZone: zone }).grants;
const service = () => new SearchService('x', { ...search, landingZone: zone }).grants;
const chat = () => new MlOnlineEndpoint('x', endpoint).grants;

test.each(grants)('to %s an identity gets no more than that', async (_, grant, roles) => {
  const recording = await recordProgram(() => {
    grant(reader);
  });
  const given = rolesOf(recording).filter(({ principalId }) => principalId === reader.principalId);
  expect(given.map(({ role }) => role)).toEqual(roles);
  for (const { scope } of given) expect(scope).toMatch(/^\$\{x-\w+#id\}$/);
});
