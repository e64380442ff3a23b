import { storageLocalUsers } from '../../../../../../lib/review/rules/azure/data/storage-local-users';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageLocalUsers, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { isLocalUserEnabled: false, isSftpEnabled: false, isNfsV3Enabled: false } },
  wrong: {
    'properties.isLocalUserEnabled': [true],
    'properties.isSftpEnabled': [true],
    'properties.isNfsV3Enabled': [true],
  },
});
