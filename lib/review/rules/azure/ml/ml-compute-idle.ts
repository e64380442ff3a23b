import { azureRule } from '../../../azure/azure-rule';
import { azureValue, isText } from '../../../azure/azure-value';

/** Set idleTimeBeforeShutdown: a forgotten GPU is billed day and night. */
export const mlComputeIdle = azureRule(
  {
    code: 'MlComputeIdle',
    family: 'azure',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'A forgotten GPU is billed day and night.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Machine%20Learning/IdleShutdown_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.MachineLearningServices/workspaces/computes'],
      path: 'properties.properties.idleTimeBeforeShutdown',
      must: { set: true },
      where: (node) => isText(azureValue(node, 'properties.computeType'), 'ComputeInstance'),
    },
  ],
);
