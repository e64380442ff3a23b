import { azureRule } from '../../../azure/azure-rule';

/** Set protocol of listeners to Https, and sslPolicy.policyName to AppGwSslPolicy20220101: prompts cross the internet in clear text. */
export const gatewayTls = azureRule(
  {
    code: 'GatewayTls',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Prompts cross the internet in clear text.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.AppGw.SSLPolicy.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Network/applicationGateways'],
      path: 'properties.httpListeners.*.properties.protocol',
      must: { isNot: ['Http'] },
    },
    {
      types: ['Microsoft.Network/applicationGateways'],
      path: 'properties.sslPolicy.policyName',
      must: { isNot: ['AppGwSslPolicy20150501', 'AppGwSslPolicy20170401'] },
    },
  ],
);
