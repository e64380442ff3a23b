import { storageTls } from '../../../../../../lib/review/rules/azure/data/storage-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageTls, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true } },
  wrong: {
    'properties.minimumTlsVersion': ['TLS1_0', 'TLS1_1'],
    'properties.supportsHttpsTrafficOnly': [false],
  },
});

azureCases(storageTls, {
  type: 'Microsoft.Storage/storageAccounts',
  // The service takes TLS 1.2 at least where nothing is said.
  right: { properties: { minimumTlsVersion: null } },
  wrong: { 'properties.minimumTlsVersion': ['TLS1_0'] },
});
