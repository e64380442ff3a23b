import type { ResourceNode } from '../../../../graph';
import { azureNodes, nodeTypes } from '../../../azure/azure-value';
import { nameOf, namesResource } from '../../../azure/names-resource';
import type { GraphIndex } from '../../../graph-index';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add a diagnostic setting with a Log Analytics workspace: nobody can see who read what. */
export const diagnosticsMissing: Rule = {
  code: 'DiagnosticsMissing',
  family: 'azure',
  pack: 'production',
  safeguard: 'logging',
  rationale: 'Nobody can see who read what.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Monitoring/DiagnosticSettingsForTypes_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes([
    'Microsoft.CognitiveServices/accounts',
    'Microsoft.Search/searchServices',
    'Microsoft.MachineLearningServices/workspaces',
    'Microsoft.KeyVault/vaults',
    'Microsoft.Storage/storageAccounts',
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'Microsoft.DocumentDB/databaseAccounts',
    'Microsoft.Cache/redis',
    'Microsoft.ContainerRegistry/registries',
    'Microsoft.ContainerService/managedClusters',
    'Microsoft.ApiManagement/service',
    'Microsoft.Web/sites',
    'Microsoft.EventHub/namespaces',
    'Microsoft.ServiceBus/namespaces',
    'Microsoft.AppConfiguration/configurationStores',
    'Microsoft.Network/applicationGateways',
    'Microsoft.App/managedEnvironments',
    'Microsoft.MachineLearningServices/registries',
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  ]),
  check(node, _context, graph) {
    const settings = azureNodes(graph, ['Microsoft.Insights/diagnosticSettings'], node);
    // Where nothing has one, a policy of the landing zone adds them.
    if (settings.length === 0) return [];
    // A setting of a storage account is often on its blob service.
    const own = new Set([node.address, ...childrenOf(node, graph)]);
    const name = nameOf(node);
    const has = settings.some((setting) => {
      // An expression is compared as it is written.
      const scope = setting.properties.resourceUri ?? setting.properties.scope;
      return (
        setting.dependsOn.some((address) => own.has(address)) ||
        (typeof scope === 'string' && namesResource(scope, name))
      );
    });
    return has ? [] : [{ path: '', message: 'has no diagnostic setting', fix: fixOf('DiagnosticsMissing') }];
  },
};

function childrenOf(node: ResourceNode, graph: GraphIndex): readonly string[] {
  return azureNodes(graph, ['Microsoft.Storage/storageAccounts/blobServices'], node)
    .filter(({ dependsOn }) => dependsOn.includes(node.address))
    .map(({ address }) => address);
}
