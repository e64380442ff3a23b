import { apiSecretText } from '../../../../../../lib/review/rules/azure/apps/api-secret-text';
import { azureFound } from '../../../../../helpers/azure-found';

const value = (properties: object) => [
  { type: 'Microsoft.ApiManagement/service/namedValues', name: 'a/b', properties },
];

test.each([
  [{ secret: true, keyVault: { secretIdentifier: 'https://a.vault.azure.net/secrets/b' } }, []],
  [{ secret: false, value: 'europe' }, []],
  [{ secret: true }, ['Microsoft.ApiManagement/service/namedValues/a/b keyVault']],
])('a named value with %j', (properties, expected) => {
  expect(azureFound(apiSecretText, value(properties))).toEqual(expected);
});
