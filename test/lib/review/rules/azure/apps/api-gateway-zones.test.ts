import { apiGatewayZones } from '../../../../../../lib/review/rules/azure/apps/api-gateway-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(apiGatewayZones, {
  type: 'Microsoft.ApiManagement/service',
  right: { sku: { name: 'Premium' }, zones: ['1', '2'] },
  wrong: { zones: [['1'], undefined] },
});
