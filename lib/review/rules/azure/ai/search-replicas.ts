import { azureRule } from '../../../azure/azure-rule';

/** Set replicaCount to at least 3: the loss of a replica stops indexing or queries. */
export const searchReplicas = azureRule(
  {
    code: 'SearchReplicas',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a replica stops indexing or queries.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.Search.IndexSLA.md',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Search/searchServices'], path: 'properties.replicaCount', must: { atLeast: 3 } }],
);
