import { gatewayFirewall } from '../../../../../../lib/review/rules/azure/network/gateway-firewall';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(gatewayFirewall, {
  type: 'Microsoft.Network/applicationGateways',
  right: { properties: { sku: { name: 'WAF_v2' }, firewallPolicy: { id: '/subscriptions/a/firewall' } } },
  wrong: { 'properties.sku.name': ['Standard_v2'], 'properties.firewallPolicy.id': [undefined] },
});
