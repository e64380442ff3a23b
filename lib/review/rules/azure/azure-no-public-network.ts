import type { PropertyValue, ResourceNode } from '../../../graph';
import type { Rule } from '../../rule';

/**
 * Types whose data plane is public unless `publicNetworkAccess` is 'Disabled'. The azure-native SDK sets `Enabled` for some
 * of them, so a missing property is a finding too.
 */
const publicByDefault: ReadonlySet<string> = new Set([
  'azure-native:appconfiguration:ConfigurationStore',
  'azure-native:cognitiveservices:Account',
  'azure-native:containerregistry:Registry',
  'azure-native:keyvault:Vault',
  'azure-native:machinelearningservices:OnlineEndpoint',
  'azure-native:machinelearningservices:Registry',
  'azure-native:machinelearningservices:Workspace',
  'azure-native:search:Service',
  'azure-native:storage:StorageAccount',
]);

/** No Azure data plane can be reached from public addresses. */
export const azureNoPublicNetwork: Rule = {
  code: 'PublicNetworkAccess',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'boundary',
  rationale: 'A public data plane is protected by keys and roles alone.',
  source: { url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview', asOf: '2026-11-30' },
  types: [...publicByDefault],
  check(node) {
    if (isKeylessStore(node)) return [];
    const [path, value] = accessOf(node);
    if (typeof value === 'string' && value.toLowerCase() === 'disabled') return [];
    return [
      {
        path,
        message:
          value === undefined
            ? 'public network access is not disabled'
            : `public network access is ${JSON.stringify(value)}`,
        fix: "set publicNetworkAccess to 'Disabled' and use a private endpoint",
      },
    ];
  },
};

/**
 * A store of hand-offs without access keys. Deployments write its keys by way of Azure Resource Manager, which cannot reach
 * a closed store unless the tenant has a private link for it; every call needs a role.
 */
function isKeylessStore({ type, properties }: ResourceNode): boolean {
  if (type !== 'azure-native:appconfiguration:ConfigurationStore' || properties.disableLocalAuth !== true) return false;
  const proxy = properties.dataPlaneProxy;
  return typeof proxy === 'object' && proxy !== null && 'authenticationMode' in proxy
    ? proxy.authenticationMode === 'Pass-through'
    : false;
}

function accessOf(node: ResourceNode): readonly [string, PropertyValue | undefined] {
  const nested = node.properties.properties;
  if (typeof nested === 'object' && nested !== null && 'publicNetworkAccess' in nested) {
    return ['properties.publicNetworkAccess', nested.publicNetworkAccess];
  }
  return ['publicNetworkAccess', node.properties.publicNetworkAccess];
}
