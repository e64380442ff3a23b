import { azureRule } from '../../../azure/azure-rule';

/** Set encryption.status to Enabled, with a key: you cannot withdraw the key from the service. */
export const mlWorkspaceKey = azureRule(
  {
    code: 'MlWorkspaceKey',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'You cannot withdraw the key from the service.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/Workspace_CMKEnabled_Audit_V2.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces'],
      path: 'properties.encryption.status',
      must: { is: ['Enabled'] },
    },
  ],
);
