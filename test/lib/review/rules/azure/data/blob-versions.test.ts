import { blobVersions } from '../../../../../../lib/review/rules/azure/data/blob-versions';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(blobVersions, {
  type: 'Microsoft.Storage/storageAccounts/blobServices',
  right: { properties: { isVersioningEnabled: true } },
  wrong: { 'properties.isVersioningEnabled': [false, undefined] },
});
