import { aksNetworkPolicy } from '../../../../../../lib/review/rules/azure/aks/aks-network-policy';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksNetworkPolicy, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { networkProfile: { networkPolicy: 'cilium' } } },
  wrong: { 'properties.networkProfile.networkPolicy': ['none', undefined] },
});
