import { apiGatewayNetwork } from '../../../../../../lib/review/rules/azure/apps/api-gateway-network';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(apiGatewayNetwork, {
  type: 'Microsoft.ApiManagement/service',
  right: { properties: { virtualNetworkType: 'Internal', publicNetworkAccess: 'Disabled' } },
  wrong: {
    'properties.virtualNetworkType': ['None', undefined],
    'properties.publicNetworkAccess': ['Enabled', undefined],
  },
});
