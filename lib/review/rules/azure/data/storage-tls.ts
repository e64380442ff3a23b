import { azureRule } from '../../../azure/azure-rule';

/** Set minimumTlsVersion to TLS1_2, and supportsHttpsTrafficOnly to true: data crosses the network in clear text or with broken ciphers. */
export const storageTls = azureRule(
  {
    code: 'StorageTls',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Data crosses the network in clear text or with broken ciphers.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Storage/StorageAccountMinimumTLSVersion_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'properties.minimumTlsVersion',
      must: { is: ['TLS1_2', 'TLS1_3'] },
      // The service refuses TLS 1.0 and 1.1 since 2026-02-03: petri.com/microsoft-retire-tls-azure-blob-storage.
      mayBeAbsent: true,
    },
    {
      types: ['Microsoft.Storage/storageAccounts'],
      path: 'properties.supportsHttpsTrafficOnly',
      must: { isNot: [false] },
    },
  ],
);
