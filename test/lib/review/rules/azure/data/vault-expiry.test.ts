import { vaultExpiry } from '../../../../../../lib/review/rules/azure/data/vault-expiry';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(vaultExpiry, {
  type: 'Microsoft.KeyVault/vaults/keys',
  right: { properties: { attributes: { exp: 1893456000 } } },
  wrong: { 'properties.attributes.exp': [undefined] },
});

azureCases(vaultExpiry, {
  type: 'Microsoft.KeyVault/vaults/secrets',
  right: { properties: { attributes: { exp: 1893456000 } } },
  wrong: { 'properties.attributes.exp': [undefined] },
});
