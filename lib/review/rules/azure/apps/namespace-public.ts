import { azureRule } from '../../../azure/azure-rule';

/** Set publicNetworkAccess to Disabled, and use a private endpoint: messages are protected by keys and roles alone. */
export const namespacePublic = azureRule(
  {
    code: 'NamespacePublic',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Messages are protected by keys and roles alone.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Service%20Bus/AuditPublicNetworkAccess.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.EventHub/namespaces', 'Microsoft.ServiceBus/namespaces'],
      path: 'properties.publicNetworkAccess',
      must: { is: ['Disabled', 'SecuredByPerimeter'] },
    },
  ],
);
