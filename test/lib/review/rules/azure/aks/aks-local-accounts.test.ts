import { aksLocalAccounts } from '../../../../../../lib/review/rules/azure/aks/aks-local-accounts';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksLocalAccounts, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { disableLocalAccounts: true } },
  wrong: { 'properties.disableLocalAccounts': [false, undefined] },
});
