import { azureRule } from '../../../azure/azure-rule';

/** Set credentials.credentialsType to None, and assign roles: everybody who may use the workspace has the credential. */
export const mlDatastoreKey = azureRule(
  {
    code: 'MlDatastoreKey',
    family: 'azure',
    pack: 'production',
    safeguard: 'secrets',
    rationale: 'Everybody who may use the workspace has the credential.',
    source: {
      url: 'https://learn.microsoft.com/azure/machine-learning/how-to-disable-local-auth-storage',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/datastores'],
      path: 'properties.credentials.credentialsType',
      must: { isNot: ['AccountKey', 'Sas', 'Certificate', 'ServicePrincipal'] },
    },
  ],
);
