import { blobServiceUndeclared } from '../../../../../../lib/review/rules/azure/data/blob-service-undeclared';
import { azureFound } from '../../../../../helpers/azure-found';

const account = { type: 'Microsoft.Storage/storageAccounts', name: 'a', kind: 'StorageV2', properties: {} };
const service = { type: 'Microsoft.Storage/storageAccounts/blobServices', name: 'a/default', properties: {} };

test('an account without a blob service is found, and one with it is not', () => {
  expect(azureFound(blobServiceUndeclared, [account])).toEqual(['Microsoft.Storage/storageAccounts/a']);
  expect(azureFound(blobServiceUndeclared, [account, service])).toEqual([]);
  expect(azureFound(blobServiceUndeclared, [account, { ...service, name: 'b/default' }])).toHaveLength(1);
});

test('an account for files, or with a hierarchy, has no soft-delete of blobs', () => {
  expect(azureFound(blobServiceUndeclared, [{ ...account, kind: 'FileStorage' }])).toEqual([]);
  expect(azureFound(blobServiceUndeclared, [{ ...account, properties: { isHnsEnabled: true } }])).toEqual([]);
});
