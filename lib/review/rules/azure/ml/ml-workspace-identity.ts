import { azureRule } from '../../../azure/azure-rule';

/** Set identity to SystemAssigned or UserAssigned: it cannot reach its storage and registry without keys. */
export const mlWorkspaceIdentity = azureRule(
  {
    code: 'MlWorkspaceIdentity',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'It cannot reach its storage and registry without keys.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/Workspace_UAIEnabled_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces', 'Microsoft.MachineLearningServices/registries'],
      path: 'identity.type',
      must: { isNot: ['None'] },
      mayBeAbsent: false,
    },
  ],
);
