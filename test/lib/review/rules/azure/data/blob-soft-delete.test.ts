import { blobSoftDelete } from '../../../../../../lib/review/rules/azure/data/blob-soft-delete';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(blobSoftDelete, {
  type: 'Microsoft.Storage/storageAccounts/blobServices',
  right: {
    properties: { deleteRetentionPolicy: { enabled: true }, containerDeleteRetentionPolicy: { enabled: true } },
  },
  wrong: {
    'properties.deleteRetentionPolicy.enabled': [false, undefined],
    'properties.containerDeleteRetentionPolicy.enabled': [false, undefined],
  },
});
