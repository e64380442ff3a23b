import { ResourceGroup } from '@pulumi/azure-native/resources';
import type { ComponentResourceOptions, CustomResource, Output } from '@pulumi/pulumi';
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

export type InitializationStageProps = Pick<
  SettledAzurePlan,
  'tenant' | 'subscription' | 'location' | 'dataRetention' | 'initialization'
>;

/**
 * What every later stage lands on: resource group, private network, logs, secrets, storage, images and the identity
 * workloads run as.
 */
export class InitializationStage extends ComponentResource {
  readonly landingZone: LandingZone;
  readonly workloadIdentity: WorkloadIdentity;
  readonly keyVault: KeyVault;
  readonly storage: StorageAccount;
  readonly containerRegistry: ContainerRegistry;
  readonly applicationInsights: ApplicationInsights;
  /** Absent when the network has no Azure Monitor zone: telemetry of applications then has no private way in. */
  readonly monitorScopeId: Output<string> | undefined;
  /** Roles the workload identity has once this stage is deployed and needs to start a container. */
  readonly workloadRoles: readonly CustomResource[];

  constructor(name: string, props: InitializationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:InitializationStage', name, {}, opts);
    const { initialization: plan, location, dataRetention } = props;
    const parent = { parent: this };

    const resourceGroup = new ResourceGroup(
      'resource-group',
      { resourceGroupName: plan.resourceGroupName, location },
      parent,
    );
    const resourceGroupName = resourceGroup.name;
    const logs = new LogAnalytics(
      'log-analytics',
      {
        workspaceName: plan.logAnalytics.name,
        retentionInDays: plan.logAnalytics.retentionDays,
        resourceGroupName,
        location,
        dataRetention,
      },
      parent,
    );
    const network = new PrivateNetwork(
      'network',
      {
        virtualNetworkName: plan.network.name,
        addressPrefix: plan.network.cidr,
        privateEndpointSubnet: plan.network.privateEndpointSubnet,
        privateDnsZones: plan.network.privateDnsZones,
        resourceGroupName,
        location,
        logAnalyticsWorkspaceId: logs.workspaceId,
      },
      parent,
    );
    const landingZone = {
      subscription: props.subscription,
      location,
      resourceGroupName,
      privateEndpointSubnetId: network.privateEndpointSubnetId,
      privateDnsZoneIds: network.privateDnsZoneIds,
      logAnalyticsWorkspaceId: logs.workspaceId,
      dataRetention,
    };

    this.workloadIdentity = new WorkloadIdentity(
      'workload-identity',
      { resourceName: plan.workloadIdentityName, resourceGroupName, location },
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
    this.monitorScopeId = plan.network.privateDnsZones.includes(monitorZone)
      ? new MonitorPrivateLink(
          'monitor-private-link',
          {
            scopeName: `${plan.logAnalytics.name}-ampls`,
            resources: {
              'log-analytics': logs.workspaceId,
              'application-insights': this.applicationInsights.componentId,
            },
            landingZone,
          },
          parent,
        ).scopeId
      : undefined;

    this.keyVault.grantSecretsUse('key-vault-workload', this.workloadIdentity);
    this.applicationInsights.grantPublish('application-insights-workload', this.workloadIdentity);

    this.workloadRoles = [
      this.storage.grantRead('storage-workload', this.workloadIdentity),
      this.containerRegistry.grantPull('container-registry-workload', this.workloadIdentity),
    ];

    this.landingZone = landingZone;
    this.registerOutputs({});
  }
}
