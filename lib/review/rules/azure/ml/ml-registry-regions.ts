import { azureRule } from '../../../azure/azure-rule';

/** Name a second region in regionDetails: the loss of a region stops every deployment of a model. */
export const mlRegistryRegions = azureRule(
  {
    code: 'MlRegistryRegions',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'availability',
    rationale: 'The loss of a region stops every deployment of a model.',
    source: { url: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-registry', asOf: '2026-12-01' },
  },
  [{ types: ['Microsoft.MachineLearningServices/registries'], path: 'properties.regionDetails', must: { items: 2 } }],
);
