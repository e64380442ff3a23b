import { aksEgress } from '../../../../../../lib/review/rules/azure/aks/aks-egress';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksEgress, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { networkProfile: { outboundType: 'userDefinedRouting' } } },
  wrong: { 'properties.networkProfile.outboundType': ['loadBalancer', undefined] },
});
