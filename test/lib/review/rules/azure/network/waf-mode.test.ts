import { wafMode } from '../../../../../../lib/review/rules/azure/network/waf-mode';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(wafMode, {
  type: 'Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies',
  right: { properties: { policySettings: { state: 'Enabled', mode: 'Prevention', requestBodyCheck: true } } },
  wrong: {
    'properties.policySettings.state': ['Disabled', undefined],
    'properties.policySettings.mode': ['Detection', undefined],
    'properties.policySettings.requestBodyCheck': [false],
  },
});
