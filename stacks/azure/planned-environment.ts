import type { HandOffPlace, LandingZone, ResourceGroupPlace } from '../../constructs/azure';
import { resourceId, storageEndpointName } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';

/** Where an environment is. */
export function resourceGroupOf({ subscription, initialization }: SettledAzurePlan): ResourceGroupPlace {
  return { subscription, resourceGroupName: initialization.resourceGroupName };
}

/** Where the hand-offs of an environment are kept. */
export function handOffPlace({ initialization }: SettledAzurePlan): HandOffPlace {
  const { storeName, keyPrefix } = initialization.handOffStore;
  return { storeName, keyPrefix, resourceGroupName: initialization.resourceGroupName };
}

/** The landing zone that the initialization stage declares, for the stages after it: names and ids from the plan. */
export function plannedLandingZone(azure: SettledAzurePlan): LandingZone {
  const group = resourceGroupOf(azure);
  const { network, logAnalytics } = azure.initialization;
  return {
    subscription: azure.subscription,
    location: azure.location,
    resourceGroupName: group.resourceGroupName,
    resourceGroup: group.resourceGroupName,
    privateEndpointSubnetId: subnetId(group, network),
    ...givenDns(network),
    privateDnsZoneIds:
      network.dnsZoneIds ??
      Object.fromEntries(
        network.privateDnsZones.map((zone) => [zone, resourceId(group, 'Microsoft.Network/privateDnsZones', zone)]),
      ),
    logAnalyticsWorkspaceId:
      logAnalytics.existingId ?? resourceId(group, 'Microsoft.OperationalInsights/workspaces', logAnalytics.name),
    ...customerKeyOf(azure),
    dataRetention: azure.dataRetention,
  };
}

/** The key of the company, for a landing zone: nothing where Azure's keys encrypt. */
export function customerKeyOf({ initialization }: SettledAzurePlan): Pick<LandingZone, 'customerKey'> {
  return initialization.encryption === undefined ? {} : { customerKey: initialization.encryption };
}

type Network = SettledAzurePlan['initialization']['network'];

function subnetId(group: ResourceGroupPlace, network: Network): string {
  if ('privateEndpointSubnetId' in network) return network.privateEndpointSubnetId;
  const { name, privateEndpointSubnet } = network;
  return resourceId(group, 'Microsoft.Network/virtualNetworks/subnets', name, privateEndpointSubnet.name);
}

/** Who registers private endpoints, for a landing zone: nothing where the kit has the zones. */
export function givenDns({ dns }: Network): Pick<LandingZone, 'dns'> {
  return dns === 'policy' ? { dns } : {};
}

/** Resource ids of what the initialization stage declares, for the stages after it. */
export function initializationIds(azure: SettledAzurePlan) {
  const group = resourceGroupOf(azure);
  const { initialization: plan } = azure;
  return {
    keyVault: plan.keyVault.existingId ?? resourceId(group, 'Microsoft.KeyVault/vaults', plan.keyVault.name),
    storageEndpoints: {
      blob: resourceId(
        group,
        'Microsoft.Network/privateEndpoints',
        storageEndpointName(plan.storage.accountName, 'blob'),
      ),
      file: resourceId(
        group,
        'Microsoft.Network/privateEndpoints',
        storageEndpointName(plan.storage.accountName, 'file'),
      ),
    },
    storageAccount: resourceId(group, 'Microsoft.Storage/storageAccounts', plan.storage.accountName),
    containerRegistry:
      plan.containerRegistry.existingId ??
      resourceId(group, 'Microsoft.ContainerRegistry/registries', plan.containerRegistry.name),
    applicationInsights: resourceId(group, 'Microsoft.Insights/components', plan.applicationInsightsName),
    monitorScope: resourceId(group, 'Microsoft.Insights/privateLinkScopes', monitorScopeName(plan)),
    runtimeIdentity: resourceId(group, 'Microsoft.ManagedIdentity/userAssignedIdentities', plan.identities.runtime),
  };
}

/** The name of the private link scope of Azure Monitor. */
export function monitorScopeName({ logAnalytics }: SettledAzurePlan['initialization']): string {
  return `${logAnalytics.name}-ampls`;
}
