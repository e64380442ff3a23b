import { azureRule } from '../../../azure/azure-rule';

/** Set isSharedToAll to false, and name the projects: a project reaches the data of another team. */
export const connectionShared = azureRule(
  {
    code: 'ConnectionShared',
    family: 'azure',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'A project reaches the data of another team.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    {
      types: [
        'Microsoft.CognitiveServices/accounts/connections',
        'Microsoft.MachineLearningServices/workspaces/connections',
      ],
      path: 'properties.isSharedToAll',
      must: { isNot: [true] },
    },
  ],
);
