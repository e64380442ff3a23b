import { azureRule } from '../../../azure/azure-rule';

/** Set disableAccessKeyAuthentication to true, and redisConfiguration aad-enabled to true: a key that leaks reads every cached answer. */
export const redisKeys = azureRule(
  {
    code: 'RedisKeys',
    family: 'azure',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'A key that leaks reads every cached answer.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cache/RedisCache_DisableAccessKeysAuth_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.Cache/redis'], path: 'properties.disableAccessKeyAuthentication', must: { is: [true] } }],
);
