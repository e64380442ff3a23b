import { azureRule } from '../../../azure/azure-rule';

/** Set disableLocalAuth to true, and assign roles: a key that leaks reads and sends every message. */
export const namespaceKeys = azureRule(
  {
    code: 'NamespaceKeys',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'A key that leaks reads and sends every message.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Service%20Bus/DisableLocalAuth_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.EventHub/namespaces', 'Microsoft.ServiceBus/namespaces'],
      path: 'properties.disableLocalAuth',
      must: { is: [true] },
    },
  ],
);
