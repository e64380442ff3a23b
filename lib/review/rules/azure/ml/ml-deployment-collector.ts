import { azureRule } from '../../../azure/azure-rule';

/** Set dataCollector with dataCollectionMode Enabled: drift and misuse cannot be shown afterwards. */
export const mlDeploymentCollector = azureRule(
  {
    code: 'MlDeploymentCollector',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'logging',
    rationale: 'Drift and misuse cannot be shown afterwards.',
    source: {
      url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-deployment-managed-online',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments'],
      path: 'properties.dataCollector.collections',
      must: { set: true },
    },
  ],
);
