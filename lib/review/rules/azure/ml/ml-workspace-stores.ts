import { azureRule } from '../../../azure/azure-rule';

/** Set systemDatastoresAuthMode to identity: whoever uses the workspace has the keys to all of its storage. */
export const mlWorkspaceStores = azureRule(
  {
    code: 'MlWorkspaceStores',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'Whoever uses the workspace has the keys to all of its storage.',
    source: {
      url: 'https://learn.microsoft.com/azure/machine-learning/how-to-disable-local-auth-storage',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces'],
      path: 'properties.systemDatastoresAuthMode',
      must: { is: ['identity', 'UserDelegationSAS'] },
    },
  ],
);
