import { aksPoolZones } from '../../../../../../lib/review/rules/azure/aks/aks-pool-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksPoolZones, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { agentPoolProfiles: [{ availabilityZones: ['1', '2'], count: 2 }] } },
  wrong: {
    'properties.agentPoolProfiles.0.availabilityZones': [['1'], undefined],
    'properties.agentPoolProfiles.0.count': [1],
  },
});

azureCases(aksPoolZones, {
  type: 'Microsoft.ContainerService/managedClusters/agentPools',
  right: { properties: { availabilityZones: ['1', '2'], count: 2 } },
  wrong: { 'properties.availabilityZones': [['1'], undefined], 'properties.count': [1] },
});
