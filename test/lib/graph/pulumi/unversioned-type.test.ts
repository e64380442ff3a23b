import { unversionedType } from '../../../../lib/graph/pulumi/unversioned-type';

test.each([
  ['azure-native:storage/v20240101:StorageAccount', 'azure-native:storage:StorageAccount'],
  ['azure-native:app/v20241002preview:ContainerApp', 'azure-native:app:ContainerApp'],
  ['azure-native:storage:StorageAccount', 'azure-native:storage:StorageAccount'],
  ['Microsoft.KeyVault/vaults', 'Microsoft.KeyVault/vaults'],
  ['apps/v1/Deployment', 'apps/v1/Deployment'],
])('%s is the type %s', (type, expected) => {
  expect(unversionedType(type)).toBe(expected);
});
