import { azureLiteralSecret } from '../../../../../../lib/review/rules/azure/data/azure-literal-secret';
import { azureFound } from '../../../../../helpers/azure-found';

test.each([
  [
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'a',
    { administratorLoginPassword: 'correct-horse' },
    'administratorLoginPassword',
  ],
  ['Microsoft.KeyVault/vaults/secrets', 'a/b', { value: 'correct-horse' }, 'properties.value'],
  [
    'Microsoft.App/containerApps',
    'a',
    { configuration: { secrets: [{ name: 'k', value: 'correct-horse' }] } },
    'configuration.secrets.0.value',
  ],
  [
    'Microsoft.App/containerApps',
    'a',
    { template: { containers: [{ env: [{ name: 'API_KEY', value: 'correct-horse' }] }] } },
    'template.containers.0.env.0.value',
  ],
  [
    'Microsoft.Web/sites',
    'a',
    { siteConfig: { appSettings: [{ name: 'DB_PASSWORD', value: 'correct-horse' }] } },
    'siteConfig.appSettings.0.value',
  ],
  ['Microsoft.ApiManagement/service/namedValues', 'a/b', { secret: true, value: 'correct-horse' }, 'value'],
])('%s %s with a literal is found', (type, name, properties, path) => {
  expect(azureFound(azureLiteralSecret, [{ type, name, properties }])).toEqual([`${type}/${name} ${path}`]);
});

test.each([
  ['Microsoft.KeyVault/vaults/secrets', 'a/b', { value: "[parameters('secret')]" }],
  [
    'Microsoft.App/containerApps',
    'a',
    { template: { containers: [{ env: [{ name: 'API_KEY', secretRef: 'key' }] }] } },
  ],
  [
    'Microsoft.Web/sites',
    'a',
    { siteConfig: { appSettings: [{ name: 'API_KEY', value: '@Microsoft.KeyVault(SecretUri=https://a)' }] } },
  ],
  ['Microsoft.ApiManagement/service/namedValues', 'a/b', { secret: false, value: 'europe' }],
])('%s %s with %j has no finding', (type, name, properties) => {
  expect(azureFound(azureLiteralSecret, [{ type, name, properties }])).toEqual([]);
});
