import type { ResourceNode } from '../../../../graph';
import { azureRule } from '../../../azure/azure-rule';
import { azureTexts } from '../../../azure/azure-value';

/** Set disableLocalAuth and disableKeyBasedMetadataWriteAccess to true, and assign roles of the data plane: a key that leaks reads and writes every container. */
export const cosmosKeys = azureRule(
  {
    code: 'CosmosKeys',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'A key that leaks reads and writes every container.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cosmos%20DB/Cosmos_DisableLocalAuth_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DocumentDB/databaseAccounts'],
      path: 'properties.disableLocalAuth',
      must: { is: [true] },
      where: hasRoles,
    },
  ],
);

/** The other interfaces of Cosmos DB take keys only; the policy leaves them out too. */
function hasRoles(node: ResourceNode): boolean {
  const names = azureTexts(node, 'properties.capabilities.*.name').map(({ value }) => value);
  return !names.some((name) => /^Enable(?:Mongo|Cassandra|Table|Gremlin)$/i.test(name));
}
