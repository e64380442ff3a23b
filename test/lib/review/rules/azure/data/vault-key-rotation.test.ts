import { vaultKeyRotation } from '../../../../../../lib/review/rules/azure/data/vault-key-rotation';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(vaultKeyRotation, {
  type: 'Microsoft.KeyVault/vaults/keys',
  right: { properties: { rotationPolicy: { lifetimeActions: [{}] } } },
  wrong: { 'properties.rotationPolicy': [undefined] },
});
