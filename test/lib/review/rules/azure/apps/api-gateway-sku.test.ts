import { apiGatewaySku } from '../../../../../../lib/review/rules/azure/apps/api-gateway-sku';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(apiGatewaySku, {
  type: 'Microsoft.ApiManagement/service',
  right: { sku: { name: 'Premium', capacity: 2 } },
  wrong: { 'sku.name': ['Developer'], 'sku.capacity': [1] },
});
