import { aksDefender } from '../../../../../../lib/review/rules/azure/aks/aks-defender';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksDefender, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { securityProfile: { defender: { securityMonitoring: { enabled: true } } } } },
  wrong: { 'properties.securityProfile.defender.securityMonitoring.enabled': [false, undefined] },
});
