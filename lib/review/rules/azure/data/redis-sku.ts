import { azureRule } from '../../../azure/azure-rule';

/** Use the sku Standard or Premium: a restart of the node loses the cache and stops its clients. */
export const redisSku = azureRule(
  {
    code: 'RedisSku',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'A restart of the node loses the cache and stops its clients.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.Redis.MinSKU.md',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Cache/redis'], path: 'properties.sku.name', must: { isNot: ['Basic'] } }],
);
