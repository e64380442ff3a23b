import { azureRule } from '../../../azure/azure-rule';

/** Set policySettings with state Enabled, mode Prevention and requestBodyCheck true: attacks on the gateway pass. */
export const wafMode = azureRule(
  {
    code: 'WafMode',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Attacks on the gateway pass.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/WAF_AppGatewayMode_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies'],
      path: 'properties.policySettings.state',
      must: { is: ['Enabled'] },
    },
    {
      types: ['Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies'],
      path: 'properties.policySettings.mode',
      must: { is: ['Prevention'] },
    },
    {
      types: ['Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies'],
      path: 'properties.policySettings.requestBodyCheck',
      must: { isNot: [false] },
    },
  ],
);
