import { azureRule } from '../../../azure/azure-rule';

/** Set minimumTlsVersion to '1.2': messages cross the network with broken ciphers. */
export const namespaceTls = azureRule(
  {
    code: 'NamespaceTls',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Messages cross the network with broken ciphers.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.EventHub.MinTLS.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.EventHub/namespaces', 'Microsoft.ServiceBus/namespaces'],
      path: 'properties.minimumTlsVersion',
      must: { is: ['1.2', '1.3'] },
    },
  ],
);
