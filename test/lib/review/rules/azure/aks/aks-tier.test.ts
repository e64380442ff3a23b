import { aksTier } from '../../../../../../lib/review/rules/azure/aks/aks-tier';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksTier, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { sku: { tier: 'Standard' } },
  wrong: { 'sku.tier': ['Free', undefined] },
});
