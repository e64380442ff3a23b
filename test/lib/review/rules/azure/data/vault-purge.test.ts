import { vaultPurge } from '../../../../../../lib/review/rules/azure/data/vault-purge';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(vaultPurge, {
  type: 'Microsoft.KeyVault/vaults',
  right: { properties: { enablePurgeProtection: true } },
  wrong: { 'properties.enablePurgeProtection': [false, undefined] },
});
