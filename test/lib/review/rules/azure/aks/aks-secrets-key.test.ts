import { aksSecretsKey } from '../../../../../../lib/review/rules/azure/aks/aks-secrets-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksSecretsKey, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { securityProfile: { azureKeyVaultKms: { enabled: true } } } },
  wrong: { 'properties.securityProfile.azureKeyVaultKms.enabled': [false, undefined] },
});
