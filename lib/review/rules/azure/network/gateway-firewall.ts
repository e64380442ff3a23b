import { azureRule } from '../../../azure/azure-rule';

/** Use the tier WAF_v2, and set firewallPolicy: attacks reach the application. */
export const gatewayFirewall = azureRule(
  {
    code: 'GatewayFirewall',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Attacks reach the application.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/WAF_AppGatewayEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Network/applicationGateways'], path: 'properties.sku.name', must: { is: ['WAF_v2'] } },
    { types: ['Microsoft.Network/applicationGateways'], path: 'properties.firewallPolicy.id', must: { set: true } },
  ],
);
