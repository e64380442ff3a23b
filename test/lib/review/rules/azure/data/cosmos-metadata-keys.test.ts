import { cosmosMetadataKeys } from '../../../../../../lib/review/rules/azure/data/cosmos-metadata-keys';
import { azureCases } from '../../../../../helpers/azure-cases';
import { azureFound } from '../../../../../helpers/azure-found';

azureCases(cosmosMetadataKeys, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { disableKeyBasedMetadataWriteAccess: true } },
  wrong: { 'properties.disableKeyBasedMetadataWriteAccess': [false, undefined] },
});

azureCases(cosmosMetadataKeys, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { disableLocalAuth: false, disableKeyBasedMetadataWriteAccess: true } },
  wrong: { 'properties.disableKeyBasedMetadataWriteAccess': [false] },
});

test('where keys are disabled, none of them changes containers', () => {
  const type = 'Microsoft.DocumentDB/databaseAccounts';
  expect(azureFound(cosmosMetadataKeys, [{ type, name: 'a', properties: { disableLocalAuth: true } }])).toEqual([]);
});
