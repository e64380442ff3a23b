import { azureRule } from '../../../azure/azure-rule';
import { azureValue, isText } from '../../../azure/azure-value';

/** Set threatIntelMode and intrusionDetection.mode to Alert or Deny: traffic of known attackers passes unseen. */
export const firewallDetection = azureRule(
  {
    code: 'FirewallDetection',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Traffic of known attackers passes unseen.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/AzureFirewallPolicy_EnableThreatIntelligence_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Network/firewallPolicies'], path: 'properties.threatIntelMode', must: { isNot: ['Off'] } },
    {
      types: ['Microsoft.Network/firewallPolicies'],
      path: 'properties.intrusionDetection.mode',
      must: { isNot: ['Off'] },
      mayBeAbsent: false,
      where: (node) => isText(azureValue(node, 'properties.sku.tier'), 'Premium'),
    },
  ],
);
