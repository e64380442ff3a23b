import { azureRule } from '../../../azure/azure-rule';
import { azureValue } from '../../../azure/azure-value';

/** Set disableKeyBasedMetadataWriteAccess to true: an application deletes what only a deployment may. */
export const cosmosMetadataKeys = azureRule(
  {
    code: 'CosmosMetadataKeys',
    family: 'azure',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'An application deletes what only a deployment may.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cosmos%20DB/Cosmos_DisableMetadata_Append.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DocumentDB/databaseAccounts'],
      path: 'properties.disableKeyBasedMetadataWriteAccess',
      must: { is: [true] },
      // No key does anything where keys are disabled.
      where: (node) => azureValue(node, 'properties.disableLocalAuth') !== true,
    },
  ],
);
