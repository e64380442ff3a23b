import { azureRule } from '../../../azure/azure-rule';

/** Name the host in destination: the isolation of the workspace has no effect. */
export const mlOutboundAnywhere = azureRule(
  {
    code: 'MlOutboundAnywhere',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'The isolation of the workspace has no effect.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/ManagedNetworkIsolationMode_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/outboundRules'],
      path: 'properties.destination',
      must: { isNot: ['*', '*.*', '*.com'] },
    },
  ],
);
