import { vaultSoftDelete } from '../../../../../../lib/review/rules/azure/data/vault-soft-delete';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(vaultSoftDelete, {
  type: 'Microsoft.KeyVault/vaults',
  right: { properties: { enableSoftDelete: true, softDeleteRetentionInDays: 30 } },
  wrong: { 'properties.enableSoftDelete': [false], 'properties.softDeleteRetentionInDays': [7] },
});
