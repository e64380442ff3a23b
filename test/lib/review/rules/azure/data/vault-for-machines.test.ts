import { vaultForMachines } from '../../../../../../lib/review/rules/azure/data/vault-for-machines';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(vaultForMachines, {
  type: 'Microsoft.KeyVault/vaults',
  right: {
    properties: { enabledForDeployment: false, enabledForDiskEncryption: false, enabledForTemplateDeployment: false },
  },
  wrong: {
    'properties.enabledForDeployment': [true],
    'properties.enabledForDiskEncryption': [true],
    'properties.enabledForTemplateDeployment': [true],
  },
});
