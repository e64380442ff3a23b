import type { ResourceNode } from '../../../../graph';
import { azureNodes, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import { nameOf, namesResource } from '../../../azure/names-resource';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';
import { textsWithin } from '../../../texts-within';

/** Add a private endpoint, or open the service to a network: nothing can reach the service. */
export const privateEndpointMissing: Rule = {
  code: 'PrivateEndpointMissing',
  family: 'azure',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'Nothing can reach the service.',
  source: { url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview', asOf: '2026-12-01' },
  types: nodeTypes([
    'Microsoft.CognitiveServices/accounts',
    'Microsoft.Search/searchServices',
    'Microsoft.MachineLearningServices/workspaces',
    'Microsoft.MachineLearningServices/registries',
    'Microsoft.Storage/storageAccounts',
    'Microsoft.KeyVault/vaults',
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'Microsoft.DocumentDB/databaseAccounts',
    'Microsoft.Cache/redis',
    'Microsoft.ContainerRegistry/registries',
    'Microsoft.Web/sites',
    'Microsoft.EventHub/namespaces',
    'Microsoft.ServiceBus/namespaces',
    'Microsoft.AppConfiguration/configurationStores',
  ]),
  check(node, _context, graph) {
    const endpoints = azureNodes(graph, ['Microsoft.Network/privateEndpoints'], node);
    if (endpoints.length === 0 || !isClosed(node)) return [];
    const name = nameOf(node);
    const has = endpoints.some(
      (endpoint) =>
        endpoint.dependsOn.includes(node.address) ||
        textsWithin(endpoint.properties).some(({ text }) => namesResource(text, name)),
    );
    return has ? [] : [{ path: '', message: 'has no private endpoint', fix: fixOf('PrivateEndpointMissing') }];
  },
};

/** PostgreSQL says it with its network, and needs no endpoint in a subnet of its own. */
function isClosed(node: ResourceNode): boolean {
  const inSubnet = azureValue(node, 'properties.network.delegatedSubnetResourceId') !== undefined;
  return (
    !inSubnet &&
    ['properties.publicNetworkAccess', 'properties.network.publicNetworkAccess'].some((path) =>
      isText(azureValue(node, path), 'Disabled'),
    )
  );
}

/** The name of a resource: the input of azure-native that ends with it, such as `vaultName`. */
