import { aksRoles } from '../../../../../../lib/review/rules/azure/aks/aks-roles';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksRoles, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { aadProfile: { managed: true, enableAzureRBAC: true } } },
  wrong: {
    'properties.aadProfile.managed': [false, undefined],
    'properties.aadProfile.enableAzureRBAC': [false, undefined],
  },
});
