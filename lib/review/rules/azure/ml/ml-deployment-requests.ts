import { azureRule } from '../../../azure/azure-rule';

/** Set requestSettings with maxConcurrentRequestsPerInstance and requestTimeout: the second request at the same time is answered with 429. */
export const mlDeploymentRequests = azureRule(
  {
    code: 'MlDeploymentRequests',
    family: 'azure',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'The second request at the same time is answered with 429.',
    source: {
      url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-deployment-managed-online',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments'],
      path: 'properties.requestSettings.maxConcurrentRequestsPerInstance',
      must: { set: true },
    },
  ],
);
