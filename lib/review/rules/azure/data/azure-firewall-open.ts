import { unversionedType } from '../../../../graph/pulumi/unversioned-type';
import { azureTexts, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name the addresses that may connect, or use a private endpoint: the service is protected by its credentials alone. */
export const azureFirewallOpen: Rule = {
  code: 'AzureFirewallOpen',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'boundary',
  rationale: 'The service is protected by its credentials alone.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cosmos%20DB/Cosmos_NetworkRulesNoAzureDatacenterAccess_Audit.json',
    asOf: '2026-12-01',
  },
  check(node) {
    const ends = azureTexts(node, 'properties.endIpAddress').map(({ value }) => value);
    const open = rangePaths
      .filter(({ types }) => nodeTypes(types).includes(unversionedType(node.type)))
      .flatMap(({ path }) => azureTexts(node, path))
      .filter(({ value }) => /^(?:0\.0\.0\.0(?:\/0)?|\*|::\/0)$/.test(value));
    return open.map(({ path, value }) => ({
      path,
      message: whoMayConnect(node.type, value, ends),
      fix: fixOf('AzureFirewallOpen'),
    }));
  },
};

/**
 * Who an open rule lets in. Databases read the single address 0.0.0.0 as every address of Azure.
 *
 * Source: for Cosmos DB the policy above; for PostgreSQL Microsoft Learn, firewall rules of flexible servers, read 2026-12-01.
 */
function whoMayConnect(type: string, value: string, ends: readonly string[]): string {
  const database = nodeTypes([postgres, cosmos]).includes(unversionedType(type));
  if (database && value === '0.0.0.0' && ends.every((end) => end === value))
    return `${value} lets every address of Azure in, those of other customers too`;
  return `${[value, ...ends].join(' to ')} is open to everybody`;
}

const postgres = 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules';
const cosmos = 'Microsoft.DocumentDB/databaseAccounts';

/** Where services name the addresses that may connect. */
const rangePaths = [
  {
    types: ['Microsoft.CognitiveServices/accounts', 'Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts'],
    path: 'properties.networkAcls.ipRules.*.value',
  },
  {
    types: ['Microsoft.Search/searchServices', 'Microsoft.ContainerRegistry/registries'],
    path: 'properties.networkRuleSet.ipRules.*.value',
  },
  { types: [cosmos], path: 'properties.ipRules.*.ipAddressOrRange' },
  { types: [postgres], path: 'properties.startIpAddress' },
] as const;
