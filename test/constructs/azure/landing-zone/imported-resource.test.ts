import type { Principal } from '../../../../constructs/azure';
import {
  ApplicationInsights,
  BlobContainer,
  ContainerRegistry,
  HandOffStore,
  KeyVault,
  MlOnlineEndpoint,
  MlRegistry,
  MlWorkspace,
  OpenAiAccount,
  SearchService,
  StorageAccount,
} from '../../../../constructs/azure';
import { inputsOf, landingZone, reader, recordProgram, rolesOf } from '../../../helpers/azure-recording';
import { codedErrorOf } from '../../../helpers/coded-error';

const group = '/subscriptions/00000000-0000-4000-8000-0000000000d1/resourceGroups/rg-company/providers';
const roles = landingZone();
const ml = `${group}/Microsoft.MachineLearningServices`;
const account = `${group}/Microsoft.Storage/storageAccounts/stcompany`;

/** Each import, what it grants, and the id that is the scope of the role. */
const imports: readonly (readonly [string, string, (to: Principal) => unknown])[] = [
  [
    'Key Vault Secrets User',
    `${group}/Microsoft.KeyVault/vaults/kv-company`,
    (to) => KeyVault.fromVaultId('it', `${group}/Microsoft.KeyVault/vaults/kv-company`).grants.secretsUse('it', to),
  ],
  [
    'Cognitive Services OpenAI User',
    `${group}/Microsoft.CognitiveServices/accounts/oai-company`,
    (to) =>
      OpenAiAccount.fromAccountId('it', `${group}/Microsoft.CognitiveServices/accounts/oai-company`).grants.invoke(
        'it',
        to,
      ),
  ],
  [
    'Search Index Data Reader',
    `${group}/Microsoft.Search/searchServices/srch-company`,
    (to) =>
      SearchService.fromServiceId('it', `${group}/Microsoft.Search/searchServices/srch-company`).grants.query('it', to),
  ],
  [
    'AcrPull',
    `${group}/Microsoft.ContainerRegistry/registries/crcompany`,
    (to) =>
      ContainerRegistry.fromRegistryId('it', `${group}/Microsoft.ContainerRegistry/registries/crcompany`).grants.pull(
        'it',
        to,
      ),
  ],
  [
    'App Configuration Data Reader',
    `${group}/Microsoft.AppConfiguration/configurationStores/appcs-company`,
    (to) =>
      HandOffStore.fromStoreId(
        'it',
        `${group}/Microsoft.AppConfiguration/configurationStores/appcs-company`,
      ).grants.read('it', to),
  ],
  [
    'Monitoring Metrics Publisher',
    `${group}/Microsoft.Insights/components/appi-company`,
    (to) =>
      ApplicationInsights.fromComponentId('it', `${group}/Microsoft.Insights/components/appi-company`).grants.publish(
        'it',
        to,
      ),
  ],
  [
    'AzureML Registry User',
    `${ml}/registries/mlr-company`,
    (to) => MlRegistry.fromRegistryId('it', `${ml}/registries/mlr-company`, roles).grants.use('it', to),
  ],
  [
    'AzureML Metrics Writer (preview)',
    `${ml}/workspaces/mlw-company`,
    (to) => MlWorkspace.fromWorkspaceId('it', `${ml}/workspaces/mlw-company`).grants.writeMetrics('it', to),
  ],
  [
    'endpoint caller',
    `${ml}/workspaces/mlw-company/onlineEndpoints/chat`,
    (to) =>
      MlOnlineEndpoint.fromEndpointId('it', `${ml}/workspaces/mlw-company/onlineEndpoints/chat`, roles).grants.invoke(
        'it',
        to,
      ),
  ],
  [
    'Storage Blob Data Reader',
    `${account}/blobServices/default/containers/reports`,
    (to) =>
      BlobContainer.fromContainerId('it', `${account}/blobServices/default/containers/reports`).grants.read('it', to),
  ],
];

test.each(imports)('an imported resource gives %s on itself', async (role, id, grant) => {
  const recording = await recordProgram(() => {
    grant(reader);
  });
  expect(rolesOf(recording)).toMatchObject([{ role, scope: id, principalId: reader.principalId }]);
});

test('an alert on an imported account is on its metrics, in its resource group', async () => {
  const recording = await recordProgram(() => {
    StorageAccount.fromAccountId('company', account).metrics.alert(
      'company',
      {
        alert: 'availability',
        description: 'The account answers too few requests',
        metricName: 'Availability',
        operator: 'LessThan',
        threshold: 99,
      },
      '/actionGroups/owner',
    );
  });
  expect(inputsOf(recording, 'monitor:MetricAlert')).toMatchObject({
    ruleName: 'stcompany-availability',
    resourceGroupName: 'rg-company',
    scopes: [account],
    criteria: { allOf: [{ metricNamespace: 'Microsoft.Storage/storageAccounts', metricName: 'Availability' }] },
  });
});

test.each([
  'kv-company',
  `${group}/Microsoft.Storage/storageAccounts/kv`,
  `${group}/Microsoft.KeyVault/vaults/a/keys/b`,
])('the id %s is refused', async (id) => {
  const error = await codedErrorOf(() => KeyVault.fromVaultId('company', id));
  expect(error).toMatchObject({ code: 'InvalidProps', place: 'company', got: id });
});
