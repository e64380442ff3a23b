import { vaultKeySize } from '../../../../../../lib/review/rules/azure/data/vault-key-size';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(vaultKeySize, {
  type: 'Microsoft.KeyVault/vaults/keys',
  right: { properties: { keySize: 2048 } },
  wrong: { 'properties.keySize': [1024] },
});
