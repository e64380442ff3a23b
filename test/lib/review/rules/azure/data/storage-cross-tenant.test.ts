import { storageCrossTenant } from '../../../../../../lib/review/rules/azure/data/storage-cross-tenant';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(storageCrossTenant, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { allowCrossTenantReplication: false } },
  wrong: { 'properties.allowCrossTenantReplication': [true] },
});
