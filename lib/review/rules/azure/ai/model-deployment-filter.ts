import { azureRule } from '../../../azure/azure-rule';

/** Set raiPolicyName: what is filtered is not what was evaluated. */
export const modelDeploymentFilter = azureRule(
  {
    code: 'ModelDeploymentFilter',
    family: 'azure',
    pack: 'production',
    safeguard: 'model-safety',
    rationale: 'What is filtered is not what was evaluated.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cognitive%20Services/AllowDeploymentCompletionControl_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.CognitiveServices/accounts/deployments'],
      path: 'properties.raiPolicyName',
      must: { set: true },
    },
  ],
);
