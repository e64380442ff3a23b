import { azureRule } from '../../../azure/azure-rule';
import { isText } from '../../../azure/azure-value';
import { valueAt } from '../../../policy';

/** Set authMode to AADToken; for serverless endpoints to AAD: a static key does not expire and says nothing about who used it. */
export const mlEndpointKeys = azureRule(
  {
    code: 'MlEndpointKeys',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'A static key does not expire and says nothing about who used it.',
    source: {
      url: 'https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: [
        'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
        'Microsoft.MachineLearningServices/workspaces/batchEndpoints',
      ],
      path: 'properties.authMode',
      must: { is: ['AADToken'] },
      where: ({ properties }) => !isText(valueAt(properties, 'kind'), 'Kubernetes'),
    },
    {
      types: ['Microsoft.MachineLearningServices/workspaces/serverlessEndpoints'],
      path: 'properties.authMode',
      must: { is: ['AAD'] },
    },
  ],
);
