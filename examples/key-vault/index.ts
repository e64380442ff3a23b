import { ResourceGroup } from '@pulumi/azure-native/resources';
import type { LandingZone } from '../../constructs/azure';
import { KeyVault, LogAnalytics, PrivateNetwork, resourceTags, WorkloadIdentity } from '../../constructs/azure';

/*
 * A private key vault in a Pulumi program of any project: the resource group, network and logs that it needs, the vault,
 * and an identity that reads its secrets. `program` is the body of a Pulumi program, for example
 * `export const { vaultId } = program();` in the file that `main` of Pulumi.yaml names.
 */
const tenantId = '00000000-0000-4000-8000-000000000001';
const subscription = '00000000-0000-4000-8000-0000000000d1';
const location = 'swedencentral';
const resourceGroup = 'rg-search-prod';

/** Creates what every private component needs. */
function landingZone(resourceGroupName: LandingZone['resourceGroupName']): LandingZone {
  const logs = new LogAnalytics('logs', {
    workspaceName: 'log-search-prod',
    retentionInDays: 90,
    resourceGroupName,
    location,
    dataRetention: 'retain',
  });
  const network = new PrivateNetwork('network', {
    virtualNetworkName: 'vnet-search-prod',
    addressPrefix: '10.41.0.0/16',
    privateEndpointSubnet: { name: 'snet-private-endpoints', cidr: '10.41.0.0/24' },
    privateDnsZones: ['privatelink.vaultcore.azure.net'],
    resourceGroupName,
    location,
    logAnalyticsWorkspaceId: logs.workspaceId,
    dataRetention: 'retain',
  });
  return {
    subscription,
    location,
    resourceGroupName,
    resourceGroup,
    privateEndpointSubnetId: network.privateEndpointSubnetId,
    privateDnsZoneIds: network.privateDnsZoneIds,
    logAnalyticsWorkspaceId: logs.workspaceId,
    dataRetention: 'retain',
  };
}

/** Declares the resources of the example. */
export function program() {
  const group = new ResourceGroup('group', { resourceGroupName: resourceGroup, location });
  const zone = landingZone(group.name);
  const identity = new WorkloadIdentity('identity', {
    resourceName: 'id-search-prod',
    resourceGroupName: group.name,
    location,
    subscription,
  });
  const vault = new KeyVault(
    'vault',
    { vaultName: 'kv-search-prod', tenantId, softDeleteRetentionInDays: 90, landingZone: zone },
    { transformations: [resourceTags({ team: 'search' })] },
  );
  vault.grants.secretsUse('vault-identity', identity);
  return { vaultId: vault.vaultId };
}
