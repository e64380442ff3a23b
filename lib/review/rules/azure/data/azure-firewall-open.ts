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
    const open = rangePaths
      .filter(({ types }) => nodeTypes(types).includes(unversionedType(node.type)))
      .flatMap(({ path }) => azureTexts(node, path))
      .filter(({ value }) => /^(?:0\.0\.0\.0(?:\/0)?|\*|::\/0)$/.test(value));
    return open.map(({ path, value }) => ({
      path,
      message: `${value} is open to everybody`,
      fix: fixOf('AzureFirewallOpen'),
    }));
  },
};

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
  { types: ['Microsoft.DocumentDB/databaseAccounts'], path: 'properties.ipRules.*.ipAddressOrRange' },
  { types: ['Microsoft.DBforPostgreSQL/flexibleServers/firewallRules'], path: 'properties.startIpAddress' },
] as const;
