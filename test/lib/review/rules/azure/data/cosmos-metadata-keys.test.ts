import { cosmosMetadataKeys } from '../../../../../../lib/review/rules/azure/data/cosmos-metadata-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(cosmosMetadataKeys, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { disableKeyBasedMetadataWriteAccess: true } },
  wrong: { 'properties.disableKeyBasedMetadataWriteAccess': [false, undefined] },
});
