import { subnetOutbound } from '../../../../../../lib/review/rules/azure/network/subnet-outbound';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(subnetOutbound, {
  type: 'Microsoft.Network/virtualNetworks/subnets',
  right: { properties: { defaultOutboundAccess: false } },
  wrong: { 'properties.defaultOutboundAccess': [true, undefined] },
});

azureCases(subnetOutbound, {
  type: 'Microsoft.Network/virtualNetworks',
  right: { properties: { subnets: [{ properties: { defaultOutboundAccess: false } }] } },
  wrong: { 'properties.subnets.0.properties.defaultOutboundAccess': [true, undefined] },
});
