import { azureRule } from '../../../azure/azure-rule';

/** Name two or more zones: the loss of a zone stops its clients. */
export const redisZones = azureRule(
  {
    code: 'RedisZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops its clients.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/Cache_Redis_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Cache/redis'], path: 'zones', must: { items: 2 } }],
);
