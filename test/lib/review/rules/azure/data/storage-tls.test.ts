import { storageTls } from '../../../../../../lib/review/rules/azure/data/storage-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageTls, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true } },
  wrong: {
    'properties.minimumTlsVersion': ['TLS1_0', 'TLS1_1', undefined],
    'properties.supportsHttpsTrafficOnly': [false],
  },
});
