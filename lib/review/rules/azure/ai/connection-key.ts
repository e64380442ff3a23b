import { azureRule } from '../../../azure/azure-rule';
import { azureValue, isText } from '../../../azure/azure-value';

/** Set authType to AAD or ManagedIdentity: everybody who may use the connection has the credential. */
export const connectionKey = azureRule(
  {
    code: 'ConnectionKey',
    family: 'azure',
    pack: 'production',
    safeguard: 'secrets',
    rationale: 'Everybody who may use the connection has the credential.',
    source: { url: 'https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add', asOf: '2026-12-01' },
  },
  [
    {
      types: [
        'Microsoft.CognitiveServices/accounts/connections',
        'Microsoft.CognitiveServices/accounts/projects/connections',
        'Microsoft.MachineLearningServices/workspaces/connections',
      ],
      path: 'properties.authType',
      // Application Insights takes its connection string only.
      where: (node) => !isText(azureValue(node, 'properties.category'), 'AppInsights'),
      must: {
        isNot: [
          'ApiKey',
          'AccountKey',
          'AccessKey',
          'SAS',
          'UsernamePassword',
          'PAT',
          'CustomKeys',
          'ServicePrincipal',
        ],
      },
    },
  ],
);
