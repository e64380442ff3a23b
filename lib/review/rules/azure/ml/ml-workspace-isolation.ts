import { azureRule } from '../../../azure/azure-rule';

/** Set managedNetwork.isolationMode to AllowOnlyApprovedOutbound: code in a job or image sends data anywhere. */
export const mlWorkspaceIsolation = azureRule(
  {
    code: 'MlWorkspaceIsolation',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Code in a job or image sends data anywhere.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/ManagedNetworkIsolationMode_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces'],
      path: 'properties.managedNetwork.isolationMode',
      must: { is: ['AllowOnlyApprovedOutbound'] },
    },
  ],
);
