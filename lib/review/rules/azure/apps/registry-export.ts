import { azureRule } from '../../../azure/azure-rule';

/** Set policies.exportPolicy.status to disabled: weights and code leave by an import of another tenant. */
export const registryExport = azureRule(
  {
    code: 'RegistryExport',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'Weights and code leave by an import of another tenant.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Registry/ACR_ExportPolicy_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerRegistry/registries'],
      path: 'properties.policies.exportPolicy.status',
      must: { is: ['disabled'] },
    },
  ],
);
