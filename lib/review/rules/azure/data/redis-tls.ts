import { azureRule } from '../../../azure/azure-rule';

/** Set enableNonSslPort to false, and minimumTlsVersion to '1.2': cached answers cross the network in clear text. */
export const redisTls = azureRule(
  {
    code: 'RedisTls',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Cached answers cross the network in clear text.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cache/RedisCache_AuditSSLPort_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    { types: ['Microsoft.Cache/redis'], path: 'properties.enableNonSslPort', must: { isNot: [true] } },
    { types: ['Microsoft.Cache/redis'], path: 'properties.minimumTlsVersion', must: { is: ['1.2'] } },
  ],
);
