import { azureRule } from '../../../azure/azure-rule';

/** Set minimalTlsVersion to Tls12: data crosses the network with broken ciphers. */
export const cosmosTls = azureRule(
  {
    code: 'CosmosTls',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Data crosses the network with broken ciphers.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.Cosmos.MinTLS.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DocumentDB/databaseAccounts'],
      path: 'properties.minimalTlsVersion',
      must: { isNot: ['Tls', 'Tls11'] },
    },
  ],
);
