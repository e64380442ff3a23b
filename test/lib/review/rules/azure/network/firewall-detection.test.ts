import { firewallDetection } from '../../../../../../lib/review/rules/azure/network/firewall-detection';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(firewallDetection, {
  type: 'Microsoft.Network/firewallPolicies',
  right: { properties: { sku: { tier: 'Premium' }, threatIntelMode: 'Deny', intrusionDetection: { mode: 'Deny' } } },
  wrong: { 'properties.threatIntelMode': ['Off'], 'properties.intrusionDetection.mode': ['Off', undefined] },
});
