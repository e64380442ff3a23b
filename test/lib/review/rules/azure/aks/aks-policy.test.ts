import { aksPolicy } from '../../../../../../lib/review/rules/azure/aks/aks-policy';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksPolicy, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { addonProfiles: { azurepolicy: { enabled: true } } } },
  wrong: { 'properties.addonProfiles.azurepolicy.enabled': [false, undefined] },
});
