import { webAppNetwork } from '../../../../../../lib/review/rules/azure/apps/web-app-network';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppNetwork, {
  type: 'Microsoft.Web/sites',
  right: { properties: { virtualNetworkSubnetId: '/subscriptions/a/subnets/b', vnetRouteAllEnabled: true } },
  wrong: { 'properties.virtualNetworkSubnetId': [undefined], 'properties.vnetRouteAllEnabled': [false, undefined] },
});
