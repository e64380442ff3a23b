import { azureRule } from '../../../azure/azure-rule';

/** Name a default rule set and a bot rule set in managedRuleSets: known attacks and bots pass. */
export const wafRules = azureRule(
  {
    code: 'WafRules',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Known attacks and bots pass.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/BotProtection-Enabled-AppGW-WAF_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies'],
      path: 'properties.managedRules.managedRuleSets',
      must: { items: 2 },
    },
  ],
);
