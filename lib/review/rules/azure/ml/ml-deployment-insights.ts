import { azureRule } from '../../../azure/azure-rule';

/** Set appInsightsEnabled to true: nobody can see why a request failed. */
export const mlDeploymentInsights = azureRule(
  {
    code: 'MlDeploymentInsights',
    family: 'azure',
    pack: 'production',
    safeguard: 'logging',
    rationale: 'Nobody can see why a request failed.',
    source: {
      url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-deployment-managed-online',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments'],
      path: 'properties.appInsightsEnabled',
      must: { is: [true] },
    },
  ],
);
