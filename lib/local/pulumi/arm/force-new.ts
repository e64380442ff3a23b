import type { PropertyPath } from '../property-path';
import { parsePath } from '../property-path';
import { pathParameters } from './arm-id';
import { armPath, armTypes } from './arm-type';

/**
 * Properties that a service cannot change in place, beyond the parameters of the ARM path and the location, which
 * force a replacement for every type.
 *
 * Source: the replacement table of pulumi/pulumi-azure-native (provider/pkg/gen/replacement.go, read 2026-11). The
 * provider also replaces on what the API descriptions mark as create-only; that data is not in the npm package, so such
 * a change is an update here.
 */
const forceNew: Readonly<Record<string, readonly string[]>> = {
  'azure-native:authorization:RoleAssignment': ['principalId', 'scope'],
  'azure-native:containerservice:AgentPool': ['gpuInstanceProfile', 'vmSize', 'networkProfile.nodePublicIPTags'],
  'azure-native:containerservice:ManagedCluster': [
    'diskEncryptionSetID',
    'dnsPrefix',
    'fqdnSubdomain',
    'linuxProfile',
    'nodeResourceGroup',
    'windowsProfile',
    ...[
      'dnsServiceIP',
      'ipFamilies',
      'networkDataplane',
      'networkMode',
      'networkPlugin',
      'networkPluginMode',
      'networkPolicy',
      'outboundType',
      'podCidr',
      'podCidrs',
      'serviceCidr',
      'serviceCidrs',
    ].map((property) => `networkProfile.${property}`),
  ],
  'azure-native:network:PrivateEndpoint': ['subnet'],
  'azure-native:network:PublicIPAddress': ['publicIPAddressVersion', 'publicIPPrefix', 'sku'],
  'azure-native:storage:StorageAccount': ['isHnsEnabled'],
};

/** Names that place a resource, whatever its type calls them. */
const always: readonly string[] = ['location', 'resourceGroupName'];

/** Paths whose change replaces a resource of the type. */
export function forceNewPaths(type: string): readonly PropertyPath[] {
  const template = armPath(type);
  const parameters = template === undefined ? [] : pathParameters(template);
  return [...new Set([...always, ...parameters, ...(forceNew[type] ?? [])])].map(parsePath);
}

/** Types with rows in the table above. */
export function typesWithForceNewRows(): readonly string[] {
  return Object.keys(forceNew).filter((type) => armTypes().includes(type));
}
