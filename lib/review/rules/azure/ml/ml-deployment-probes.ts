import { azureRule } from '../../../azure/azure-rule';

/** Set livenessProbe and readinessProbe: requests go to a server that does not answer. */
export const mlDeploymentProbes = azureRule(
  {
    code: 'MlDeploymentProbes',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Requests go to a server that does not answer.',
    source: {
      url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-deployment-managed-online',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments'],
      path: 'properties.livenessProbe',
      must: { set: true },
    },
    {
      types: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments'],
      path: 'properties.readinessProbe',
      must: { set: true },
    },
  ],
);
