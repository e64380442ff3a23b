import { aksRunCommand } from '../../../../../../lib/review/rules/azure/aks/aks-run-command';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksRunCommand, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { apiServerAccessProfile: { disableRunCommand: true } } },
  wrong: { 'properties.apiServerAccessProfile.disableRunCommand': [false, undefined] },
});
