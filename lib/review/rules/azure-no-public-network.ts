import type { PropertyValue, ResourceNode } from '../../graph';
import type { Rule } from '../finding';

/**
 * Types with a data plane that is public unless `publicNetworkAccess` says otherwise. The azure-native SDK itself fills
 * in `Enabled` for some of them, so leaving the property out is a finding too.
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

export const azureNoPublicNetwork: Rule = {
  id: 'azure-no-public-network',
  severity: 'error',
  holds: 'no Azure data plane answers on a public address',
  check(node) {
    if (!publicByDefault.has(node.type)) return [];
    const [path, value] = accessOf(node);
    if (typeof value === 'string' && value.toLowerCase() === 'disabled') return [];
    return [
      {
        path,
        message:
          value === undefined
            ? 'public network access is not switched off'
            : `public network access is ${JSON.stringify(value)}`,
        fix: "set publicNetworkAccess to 'Disabled' and reach it through a private endpoint",
      },
    ];
  },
};

function accessOf(node: ResourceNode): readonly [string, PropertyValue | undefined] {
  const nested = node.properties.properties;
  if (typeof nested === 'object' && nested !== null && 'publicNetworkAccess' in nested) {
    return ['properties.publicNetworkAccess', nested.publicNetworkAccess];
  }
  return ['publicNetworkAccess', node.properties.publicNetworkAccess];
}
