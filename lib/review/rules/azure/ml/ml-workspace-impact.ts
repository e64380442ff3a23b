import { azureRule } from '../../../azure/azure-rule';

/** Set hbiWorkspace to true: diagnostic data of jobs can hold training data. */
export const mlWorkspaceImpact = azureRule(
  {
    code: 'MlWorkspaceImpact',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'personal-data',
    rationale: 'Diagnostic data of jobs can hold training data.',
    source: { url: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption', asOf: '2026-12-01' },
  },
  [{ types: ['Microsoft.MachineLearningServices/workspaces'], path: 'properties.hbiWorkspace', must: { is: [true] } }],
);
