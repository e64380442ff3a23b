import { aksNodePublic } from '../../../../../../lib/review/rules/azure/aks/aks-node-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksNodePublic, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { agentPoolProfiles: [{ enableNodePublicIP: false }] } },
  wrong: { 'properties.agentPoolProfiles.0.enableNodePublicIP': [true] },
});

azureCases(aksNodePublic, {
  type: 'Microsoft.ContainerService/managedClusters/agentPools',
  right: { properties: { enableNodePublicIP: false } },
  wrong: { 'properties.enableNodePublicIP': [true] },
});
