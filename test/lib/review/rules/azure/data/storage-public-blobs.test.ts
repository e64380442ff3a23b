import { storagePublicBlobs } from '../../../../../../lib/review/rules/azure/data/storage-public-blobs';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storagePublicBlobs, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { allowBlobPublicAccess: false } },
  wrong: { 'properties.allowBlobPublicAccess': [true] },
});

azureCases(storagePublicBlobs, {
  type: 'Microsoft.Storage/storageAccounts/blobServices/containers',
  right: { properties: { publicAccess: 'None' } },
  wrong: { 'properties.publicAccess': ['Blob', 'Container'] },
});

azureCases(storagePublicBlobs, {
  type: 'Microsoft.MachineLearningServices/registries',
  right: {
    properties: {
      regionDetails: [{ storageAccountDetails: [{ systemCreatedStorageAccount: { allowBlobPublicAccess: false } }] }],
    },
  },
  wrong: {
    'properties.regionDetails.0.storageAccountDetails.0.systemCreatedStorageAccount.allowBlobPublicAccess': [true],
  },
});
