import { vaultAccessPolicies } from '../../../../../../lib/review/rules/azure/data/vault-access-policies';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(vaultAccessPolicies, {
  type: 'Microsoft.KeyVault/vaults',
  right: { properties: { enableRbacAuthorization: true, accessPolicies: [] } },
  wrong: {
    'properties.enableRbacAuthorization': [false, undefined],
    'properties.accessPolicies.0': [{ objectId: 'a' }],
  },
});
