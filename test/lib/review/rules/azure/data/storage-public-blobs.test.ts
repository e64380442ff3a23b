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
