import { ResourceGroup } from '@pulumi/azure-native/resources';
import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../../constructs/azure';
import {
  ApplicationInsights,
  ContainerRegistry,
  HandOffStore,
  KeyVault,
  LogAnalytics,
  MonitorPrivateLink,
  monitorZone,
  PrivateNetwork,
  publishHandOff,
  StorageAccount,
  WorkloadIdentity,
} from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import { monitorScopeName } from './planned-environment';

/** Props of an {@link InitializationStage}. */
export interface InitializationStageProps {
  readonly azure: SettledAzurePlan;
}

/**
 * The stage that every later stage needs: resource group, private network, logs, secrets, storage, images, hand-offs and
 * the identity that workloads run as.
 *
 * @throws CodedError `MissingPrivateDnsZone` when the planned network lacks the zone of a service
 */
export class InitializationStage extends ComponentResource {
  readonly landingZone: LandingZone;
  readonly workloadIdentity: WorkloadIdentity;
  readonly keyVault: KeyVault;
  readonly storage: StorageAccount;
  readonly containerRegistry: ContainerRegistry;
  readonly applicationInsights: ApplicationInsights;

  constructor(name: string, props: InitializationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:InitializationStage', name, {}, opts);
    const { initialization: plan, location, subscription, tenant } = props.azure;
    const parent = { parent: this };
    const resourceGroup = new ResourceGroup(
      'resource-group',
      { resourceGroupName: plan.resourceGroupName, location },
      parent,
    );
    const landingZone = this.createLandingZone(props.azure, resourceGroup.name);
    this.landingZone = landingZone;
    this.workloadIdentity = new WorkloadIdentity(
      'workload-identity',
      {
        resourceName: plan.workloadIdentityName,
        resourceGroupName: resourceGroup.name,
        location,
        subscription,
      },
      parent,
    );
    this.keyVault = new KeyVault(
      'key-vault',
      {
        vaultName: plan.keyVault.name,
        tenantId: tenant,
        softDeleteRetentionInDays: plan.keyVault.softDeleteRetentionDays,
        landingZone,
      },
      parent,
    );
    this.storage = new StorageAccount(
      'storage',
      { accountName: plan.storage.accountName, skuName: plan.storage.sku, landingZone },
      parent,
    );
    this.containerRegistry = new ContainerRegistry(
      'container-registry',
      { registryName: plan.containerRegistry.name, skuName: plan.containerRegistry.sku, landingZone },
      parent,
    );
    this.applicationInsights = new ApplicationInsights(
      'application-insights',
      { resourceName: plan.applicationInsightsName, landingZone },
      parent,
    );
    this.privateMonitor(plan);
    this.grantWorkload();
    this.publish(props.azure);
    this.registerOutputs({});
  }

  /** Logs and network, to which every other resource of the environment is connected. */
  private createLandingZone(azure: SettledAzurePlan, resourceGroupName: Input<string>): LandingZone {
    const { location, subscription, dataRetention } = azure;
    const { logAnalytics, network } = azure.initialization;
    const logs = new LogAnalytics(
      'log-analytics',
      {
        workspaceName: logAnalytics.name,
        retentionInDays: logAnalytics.retentionDays,
        resourceGroupName,
        location,
        dataRetention,
      },
      { parent: this },
    );
    const { privateEndpointSubnetId, privateDnsZoneIds } = new PrivateNetwork(
      'network',
      {
        virtualNetworkName: network.name,
        addressPrefix: network.cidr,
        privateEndpointSubnet: network.privateEndpointSubnet,
        privateDnsZones: network.privateDnsZones,
        resourceGroupName,
        location,
        logAnalyticsWorkspaceId: logs.workspaceId,
      },
      { parent: this },
    );
    return {
      subscription,
      location,
      resourceGroupName,
      privateEndpointSubnetId,
      privateDnsZoneIds,
      logAnalyticsWorkspaceId: logs.workspaceId,
      dataRetention,
    };
  }

  /** Without its zone applications cannot send telemetry. */
  private privateMonitor(plan: SettledAzurePlan['initialization']): void {
    if (!plan.network.privateDnsZones.includes(monitorZone)) return;
    new MonitorPrivateLink(
      'monitor-private-link',
      {
        scopeName: monitorScopeName(plan),
        resources: {
          'log-analytics': this.landingZone.logAnalyticsWorkspaceId,
          'application-insights': this.applicationInsights.componentId,
        },
        landingZone: this.landingZone,
      },
      { parent: this },
    );
  }

  private grantWorkload(): void {
    this.keyVault.grants.secretsUse('key-vault-workload', this.workloadIdentity);
    this.applicationInsights.grants.publish('application-insights-workload', this.workloadIdentity);
    this.storage.grants.read('storage-workload', this.workloadIdentity);
    this.containerRegistry.grants.pull('container-registry-workload', this.workloadIdentity);
  }

  /** The store of every stage, and what later stages and applications need from this one. */
  private publish(azure: SettledAzurePlan): void {
    const { storeName, keyPrefix, publicNetworkAccess } = azure.initialization.handOffStore;
    const { landingZone, workloadIdentity } = this;
    const opts = { parent: this };
    const store = new HandOffStore('hand-off-store', { storeName, publicNetworkAccess, landingZone }, opts);
    const place = { storeName: store.storeName, keyPrefix, resourceGroupName: landingZone.resourceGroupName };
    const clientId = { handOff: 'initialization/workload-client-id', value: workloadIdentity.clientId };
    const principalId = { handOff: 'initialization/workload-principal-id', value: workloadIdentity.principalId };
    publishHandOff({ place, ...clientId }, opts);
    publishHandOff({ place, ...principalId }, opts);
  }
}
