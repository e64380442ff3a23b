import { ResourceGroup } from '@pulumi/azure-native/resources';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../../constructs/azure';
import {
  ApplicationInsights,
  ContainerRegistry,
  KeyVault,
  LogAnalytics,
  MonitorPrivateLink,
  monitorZone,
  PrivateNetwork,
  StorageAccount,
  WorkloadIdentity,
} from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';

/** Props of an {@link InitializationStage}: the parts of a settled plan that it declares. */
export type InitializationStageProps = Pick<
  SettledAzurePlan,
  'tenant' | 'subscription' | 'location' | 'dataRetention' | 'initialization'
>;

/**
 * The stage that every later stage needs: resource group, private network, logs, secrets, storage, images and the
 * identity that workloads run as.
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
  /** Resource id. Absent when the network has no Azure Monitor zone: applications then cannot send telemetry. */
  readonly monitorScopeId: Output<string> | undefined;
  /** Roles that the workload identity needs to start a container. */
  readonly workloadRoles: readonly CustomResource[];

  constructor(name: string, props: InitializationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:InitializationStage', name, {}, opts);
    const { initialization: plan, location } = props;
    const parent = { parent: this };
    const resourceGroup = new ResourceGroup(
      'resource-group',
      { resourceGroupName: plan.resourceGroupName, location },
      parent,
    );
    const landingZone = this.createLandingZone(props, resourceGroup.name);
    this.landingZone = landingZone;
    this.workloadIdentity = new WorkloadIdentity(
      'workload-identity',
      {
        resourceName: plan.workloadIdentityName,
        resourceGroupName: resourceGroup.name,
        location,
        subscription: props.subscription,
      },
      parent,
    );
    this.keyVault = new KeyVault(
      'key-vault',
      {
        vaultName: plan.keyVault.name,
        tenantId: props.tenant,
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
    this.monitorScopeId = this.privateMonitor(plan)?.scopeId;
    this.workloadRoles = this.grantWorkload();
    this.registerOutputs({});
  }

  /** Logs and network, to which every other resource of the environment is connected. */
  private createLandingZone(props: InitializationStageProps, resourceGroupName: Input<string>): LandingZone {
    const { location, subscription, dataRetention } = props;
    const { logAnalytics, network } = props.initialization;
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

  private privateMonitor(plan: InitializationStageProps['initialization']): MonitorPrivateLink | undefined {
    if (!plan.network.privateDnsZones.includes(monitorZone)) return undefined;
    return new MonitorPrivateLink(
      'monitor-private-link',
      {
        scopeName: `${plan.logAnalytics.name}-ampls`,
        resources: {
          'log-analytics': this.landingZone.logAnalyticsWorkspaceId,
          'application-insights': this.applicationInsights.componentId,
        },
        landingZone: this.landingZone,
      },
      { parent: this },
    );
  }

  /** The roles of the workload identity. Returns those that it needs to start a container. */
  private grantWorkload(): readonly CustomResource[] {
    this.keyVault.grants.secretsUse('key-vault-workload', this.workloadIdentity);
    this.applicationInsights.grants.publish('application-insights-workload', this.workloadIdentity);
    return [
      this.storage.grants.read('storage-workload', this.workloadIdentity),
      this.containerRegistry.grants.pull('container-registry-workload', this.workloadIdentity),
    ];
  }
}
