import { storageDoubleEncryption } from '../../../../../../lib/review/rules/azure/data/storage-double-encryption';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageDoubleEncryption, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { encryption: { requireInfrastructureEncryption: true } } },
  wrong: { 'properties.encryption.requireInfrastructureEncryption': [false, undefined] },
});
