import { azureRule } from '../../../azure/azure-rule';

/** Set model.version, and versionUpgradeOption to NoAutoUpgrade: the model that answers is not the one that was evaluated. */
export const modelDeploymentVersion = azureRule(
  {
    code: 'ModelDeploymentVersion',
    family: 'azure',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'The model that answers is not the one that was evaluated.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cognitive%20Services/AllowDeployRegistryModels_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/deployments'],
      path: 'properties.model.version',
      must: { set: true },
    },
    {
      types: ['Microsoft.CognitiveServices/accounts/deployments'],
      path: 'properties.versionUpgradeOption',
      must: { is: ['NoAutoUpgrade'] },
    },
  ],
);
