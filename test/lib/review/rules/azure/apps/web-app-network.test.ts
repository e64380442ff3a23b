import { webAppNetwork } from '../../../../../../lib/review/rules/azure/apps/web-app-network';
import { azureCases } from '../../../../../helpers/azure-cases';
import { azureFound } from '../../../../../helpers/azure-found';

azureCases(webAppNetwork, {
  type: 'Microsoft.Web/sites',
  right: { properties: { virtualNetworkSubnetId: '/subscriptions/a/subnets/b', vnetRouteAllEnabled: true } },
  wrong: { 'properties.virtualNetworkSubnetId': [undefined], 'properties.vnetRouteAllEnabled': [false, undefined] },
});

test('an app outside of a network has one finding', () => {
  const app = { type: 'Microsoft.Web/sites', name: 'chat', properties: { vnetRouteAllEnabled: false } };
  expect(azureFound(webAppNetwork, [app])).toEqual(['Microsoft.Web/sites/chat virtualNetworkSubnetId']);
});
