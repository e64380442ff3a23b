import { azureRule } from '../../../azure/azure-rule';

/** Set disableLocalAuth to true: who logs in is not known to Microsoft Entra. */
export const mlComputeLocalAuth = azureRule(
  {
    code: 'MlComputeLocalAuth',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Who logs in is not known to Microsoft Entra.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/DisableLocalAuth_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/computes'],
      path: 'properties.disableLocalAuth',
      must: { is: [true] },
    },
  ],
);
