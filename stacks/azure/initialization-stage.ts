import { ResourceGroup } from '@pulumi/azure-native/resources';
import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../../constructs/azure';
import {
  ApplicationInsights,
  ContainerRegistry,
  dataOptions,
  EnvironmentBudget,
  ExistingNetwork,
  HandOffStore,
  KeyVault,
  LogAnalytics,
  MonitorPrivateLink,
  monitorZone,
  PlatformIdentities,
  PrivateNetwork,
  publishHandOff,
  StorageAccount,
} from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import { cacheImages } from './image-cache';
import { customerKeyOf, givenDns, monitorScopeName } from './planned-environment';

/** Props of an {@link InitializationStage}. */
export interface InitializationStageProps {
  readonly azure: SettledAzurePlan;
}

/**
 * The stage that every later stage needs: resource group, private network, logs, secrets, storage, images, hand-offs and
 * the identities of the environment.
 *
 * @throws CodedError `MissingPrivateDnsZone` when the planned network lacks the zone of a service
 */
export class InitializationStage extends ComponentResource {
  readonly landingZone: LandingZone;
  readonly identities: PlatformIdentities;
  readonly storage: StorageAccount;
  readonly applicationInsights: ApplicationInsights;

  constructor(name: string, props: InitializationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:InitializationStage', name, {}, opts);
    const { initialization: plan, location, subscription } = props.azure;
    const parent = { parent: this };
    const resourceGroup = new ResourceGroup(
      'resource-group',
      { resourceGroupName: plan.resourceGroupName, location },
      // A deleted group takes everything in it along, retained data too.
      { ...parent, ...dataOptions(props.azure.dataRetention) },
    );
    const landingZone = this.createLandingZone(props.azure, resourceGroup.name);
    this.landingZone = landingZone;
    this.identities = new PlatformIdentities(
      'identities',
      {
        names: plan.identities,
        ...(plan.github === undefined ? {} : { github: plan.github }),
        resourceGroupName: resourceGroup.name,
        resourceGroup: plan.resourceGroupName,
        subscription,
        location,
      },
      parent,
    );
    const vault = this.createVault(props.azure);
    this.storage = new StorageAccount('storage', { ...storageProps(props.azure), landingZone }, parent);
    if (plan.containerRegistry.existingId === undefined) {
      const registry = new ContainerRegistry(
        'container-registry',
        { ...registryProps(props.azure), landingZone },
        parent,
      );
      this.grantImages(registry);
      cacheImages(props.azure, { registry, vault, landingZone, parent: this });
    }
    this.applicationInsights = new ApplicationInsights(
      'application-insights',
      { resourceName: plan.applicationInsightsName, keys: plan.telemetryKeys, landingZone },
      parent,
    );
    this.privateMonitor(plan);
    if (plan.budget !== undefined) {
      new EnvironmentBudget('budget', { ...plan.budget, scope: resourceGroup.id }, parent);
    }
    this.grantRoles();
    this.publish(props.azure);
    this.registerOutputs({});
  }

  /** A vault of the company is its owner's. */
  private createVault({ initialization: { keyVault }, tenant }: SettledAzurePlan): KeyVault | undefined {
    if (keyVault.existingId !== undefined) return undefined;
    return new KeyVault(
      'key-vault',
      {
        vaultName: keyVault.name,
        tenantId: tenant,
        softDeleteRetentionInDays: keyVault.softDeleteRetentionDays,
        landingZone: this.landingZone,
      },
      { parent: this },
    );
  }

  /** Logs and network, to which every other resource of the environment is connected. */
  private createLandingZone(azure: SettledAzurePlan, resourceGroupName: Input<string>): LandingZone {
    const { location, subscription, dataRetention } = azure;
    const { network } = azure.initialization;
    const logAnalyticsWorkspaceId = this.logWorkspace(azure, resourceGroupName);
    const place = { resourceGroupName, location, logAnalyticsWorkspaceId, dataRetention };
    const zones = network.dns === undefined ? network.privateDnsZones : [];
    const { privateEndpointSubnetId, privateDnsZoneIds } =
      'virtualNetworkId' in network
        ? new ExistingNetwork('network', { ...network, ...place, privateDnsZones: zones }, { parent: this })
        : new PrivateNetwork(
            'network',
            {
              virtualNetworkName: network.name,
              addressPrefix: network.cidr,
              privateEndpointSubnet: network.privateEndpointSubnet,
              privateDnsZones: zones,
              ...(network.hub === undefined ? {} : { hub: network.hub }),
              ...place,
            },
            { parent: this },
          );
    return {
      subscription,
      location,
      resourceGroupName,
      resourceGroup: azure.initialization.resourceGroupName,
      privateEndpointSubnetId,
      ...givenDns(network),
      privateDnsZoneIds: network.dnsZoneIds ?? privateDnsZoneIds,
      logAnalyticsWorkspaceId,
      ...customerKeyOf(azure),
      dataRetention,
    };
  }

  private logWorkspace(azure: SettledAzurePlan, resourceGroupName: Input<string>): Input<string> {
    const { name, retentionDays, existingId } = azure.initialization.logAnalytics;
    if (existingId !== undefined) return existingId;
    const { location, dataRetention } = azure;
    return new LogAnalytics(
      'log-analytics',
      { workspaceName: name, retentionInDays: retentionDays, resourceGroupName, location, dataRetention },
      { parent: this },
    ).workspaceId;
  }

  /** Without its zone applications cannot send telemetry. */
  private privateMonitor(plan: SettledAzurePlan['initialization']): void {
    if (!plan.network.privateDnsZones.includes(monitorZone)) return;
    new MonitorPrivateLink(
      'monitor-private-link',
      {
        scopeName: monitorScopeName(plan),
        resources: {
          // A workspace of the company is in a scope of its owner.
          ...(plan.logAnalytics.existingId === undefined
            ? { 'log-analytics': this.landingZone.logAnalyticsWorkspaceId }
            : {}),
          'application-insights': this.applicationInsights.componentId,
        },
        landingZone: this.landingZone,
      },
      { parent: this },
    );
  }

  /** No role on the vault: the platform keeps no secret in it. */
  private grantRoles(): void {
    const { runtime, caller } = this.identities;
    this.applicationInsights.grants.publish('application-insights-caller', caller);
    // An endpoint with a user-assigned identity is refused without both.
    this.storage.grants.read('storage-runtime', runtime);
  }

  /** Roles on a registry of the company are its owner's: the plan has them. */
  private grantImages({ grants }: ContainerRegistry): void {
    const { runtime, ci } = this.identities;
    grants.pull('container-registry-runtime', runtime);
    if (ci === undefined) return;
    grants.push('container-registry-ci', ci);
    grants.import('container-registry-ci', ci);
  }

  /** The store of every stage, and what later stages and applications need from this one. */
  private publish(azure: SettledAzurePlan): void {
    const { storeName, keyPrefix, publicNetworkAccess } = azure.initialization.handOffStore;
    const { landingZone } = this;
    const opts = { parent: this };
    const store = new HandOffStore('hand-off-store', { storeName, publicNetworkAccess, landingZone }, opts);
    const place = { storeName: store.storeName, keyPrefix, resourceGroupName: landingZone.resourceGroupName };
    const { runtime, ...signedIn } = this.identities.byUse;
    publishHandOff({ place, handOff: 'initialization/runtime-principal-id', value: runtime.principalId }, opts);
    for (const [use, { clientId, principalId }] of Object.entries(signedIn)) {
      publishHandOff({ place, handOff: `initialization/${use}-client-id`, value: clientId }, opts);
      publishHandOff({ place, handOff: `initialization/${use}-principal-id`, value: principalId }, opts);
    }
  }
}

/** Copies in a second location are the account's own, or are made from its change feed. */
function storageProps({ initialization, standby }: SettledAzurePlan) {
  const { accountName, sku } = initialization.storage;
  if (standby === undefined) return { accountName, skuName: sku };
  return 'redundancy' in standby.blobs
    ? { accountName, skuName: standby.blobs.redundancy }
    : { accountName, skuName: sku, changeFeed: true };
}

function registryProps({ initialization, standby }: SettledAzurePlan) {
  const { name, sku, zoneRedundancy, armAudienceTokens } = initialization.containerRegistry;
  return {
    registryName: name,
    skuName: sku,
    zoneRedundancy,
    armAudienceTokens,
    ...(standby === undefined ? {} : { replica: standby.images }),
  };
}
