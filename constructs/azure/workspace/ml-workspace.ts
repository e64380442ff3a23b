import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { Workspace } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource, interpolate } from '@pulumi/pulumi';
import { CodedError } from '../../../lib/messages';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { mlApiZone, mlNotebooksZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import type { ResourceMetrics } from '../observability/resource-metrics';
import { metricsOf } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';
import { dataOptions } from '../retention/data-retention';
import { allowOutbound } from './ml-outbound-rule';

/** Props of an {@link MlWorkspace}. */
export interface MlWorkspaceProps {
  /** @default - a name that follows from the component and its place */
  readonly workspaceName?: string;
  /** Resource id of the key vault for connection secrets. */
  readonly keyVaultId: Input<string>;
  /** Resource id of the storage account for the default datastores. */
  readonly storageAccountId: Input<string>;
  /**
   * Resource ids of the private endpoints of that account, by service. The studio reads through them, and the workspace
   * must be able to see them. @default - the studio shows no data of an account without public access
   */
  readonly storageEndpointIds?: Readonly<Record<'blob' | 'file', Input<string>>>;
  /** Resource id of the container registry for images that the workspace builds. */
  readonly containerRegistryId: Input<string>;
  /** Resource id of the Application Insights component for telemetry of endpoints. */
  readonly applicationInsightsId: Input<string>;
  /** Resource id of a private link scope of Azure Monitor. @default - the managed network cannot reach Azure Monitor */
  readonly monitorScopeId?: Input<string> | undefined;
  /**
   * Name of a compute of the workspace that builds images: a private container registry builds none.
   *
   * @default - none: an environment that has a build instead of an image fails
   */
  readonly imageBuildCompute?: string;
  readonly landingZone: LandingZone;
}

/**
 * What others write into the managed network: the outbound rules, which are resources of their own, and the state of its
 * provisioning. Without this list an update would write the workspace without its rules.
 */
const ownedByOthers = ['managedNetwork.outboundRules', 'managedNetwork.status'];

/**
 * A private Azure Machine Learning workspace.
 *
 * Creates the workspace, its private endpoint and its diagnostic setting, the role that lets it approve private
 * endpoints, and an outbound rule to Azure Monitor. Computes run in a managed network that reaches approved targets only.
 * Datastores use identities, not account keys. The workspace itself is free; its computes and endpoints are billed.
 *
 * The workspace has a system-assigned identity. It is not the workload identity, so that an application never gets the
 * control-plane permissions that the service gives to a workspace.
 *
 * **Managed network.** An online deployment needs a provisioned network, and does not provision it. The flag
 * `provisionNetworkNow` provisions it while the workspace is created (about half an hour); later it does nothing. A
 * workspace that was created without it needs `az ml workspace provision-network` once, before its first deployment. The
 * service itself may connect to vault, storage and registry of the workspace. Every further target needs the approver role
 * below, which the service has not assigned since 2025-04-30; it covers Azure Monitor, registries, search and OpenAI
 * accounts. A lock on workspace or resource group can block the service's own work on the network, so there is none.
 *
 * **Environments.** A container registry that is private cannot build images. An environment names an image by digest; one
 * with a build needs `imageBuildCompute`.
 *
 * Source: MicrosoftDocs/azure-ai-docs, `how-to-managed-network` at d675e2ffa1; Azure/azureml-examples,
 * `deploy-managed-online-endpoint-workspacevnet`; read 2026-11-30.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class MlWorkspace extends ComponentResource implements Principal {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromWorkspaceId(
    name: string,
    workspaceId: string,
    opts?: ComponentResourceOptions,
  ): Imported<MlWorkspaceGrants> {
    const grantsOf = (target: GrantTarget): MlWorkspaceGrants => new MlWorkspaceGrants(target);
    return importResource(
      name,
      { type: 'Microsoft.MachineLearningServices/workspaces', id: workspaceId, grantsOf },
      opts,
    );
  }

  /** Resource id. */
  readonly workspaceId: Output<string>;
  readonly workspaceName: Output<string>;
  readonly principalName: string;
  readonly principalId: Output<string>;
  readonly grants: MlWorkspaceGrants;
  readonly metrics: ResourceMetrics;
  /** What must exist before the managed network is provisioned. A further outbound rule must wait for it too. */
  readonly networkReady: readonly CustomResource[];

  constructor(name: string, props: MlWorkspaceProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MlWorkspace', name, {}, opts);
    const { landingZone, workspaceName = defaultName('workspace', name, landingZone) } = props;
    const workspace = new Workspace(
      `${name}-workspace`,
      {
        workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        kind: 'Default',
        sku: { name: 'Basic', tier: 'Basic' },
        identity: { type: 'SystemAssigned' },
        keyVault: props.keyVaultId,
        storageAccount: props.storageAccountId,
        containerRegistry: props.containerRegistryId,
        applicationInsights: props.applicationInsightsId,
        systemDatastoresAuthMode: 'Identity',
        publicNetworkAccess: 'Disabled',
        v1LegacyMode: false,
        managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' },
        provisionNetworkNow: true,
        ...(props.imageBuildCompute === undefined ? {} : { imageBuildCompute: props.imageBuildCompute }),
      },
      {
        parent: this,
        customTimeouts: { create: '2h', update: '1h' },
        ignoreChanges: [...ownedByOthers],
        ...dataOptions(landingZone.dataRetention),
      },
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${workspaceName}-pe`,
        privateLinkServiceId: workspace.id,
        groupId: 'amlworkspace',
        privateDnsZones: [mlApiZone, mlNotebooksZone],
        landingZone,
      },
      { parent: this },
    );
    sendDiagnostics(
      name,
      {
        resourceUri: workspace.id,
        resourceType: 'Microsoft.MachineLearningServices/workspaces',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
      },
      this,
    );
    this.workspaceId = workspace.id;
    this.workspaceName = workspace.name;
    this.principalName = workspaceName;
    this.principalId = workspace.identity.apply((identity) => systemPrincipal(name, identity));
    this.grants = new MlWorkspaceGrants(this.target(workspace.id, landingZone));
    this.metrics = metricsOf(this.target(workspace.id, landingZone), landingZone);
    this.networkReady = this.prepareNetwork(name, props);
    this.seeStorage(name, props);
    this.registerOutputs({});
  }

  private target(scope: Output<string>, { subscription }: LandingZone): GrantTarget {
    const scopeName = `Microsoft.MachineLearningServices/workspaces/${this.principalName}`;
    return { scope, scopeName, subscription, component: this };
  }

  private prepareNetwork(name: string, { landingZone, monitorScopeId }: MlWorkspaceProps): readonly CustomResource[] {
    const approver = this.allowApproval(name, landingZone);
    if (monitorScopeId === undefined) return [approver];
    const toMonitor = allowOutbound(
      `${name}-to-monitor`,
      {
        ruleName: 'monitor',
        workspaceName: this.workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        serviceResourceId: monitorScopeId,
        subresourceTarget: 'azuremonitor',
      },
      { parent: this, dependsOn: approver },
    );
    return [approver, toMonitor];
  }

  private seeStorage(name: string, { storageEndpointIds, landingZone }: MlWorkspaceProps): void {
    for (const [service, scope] of Object.entries(storageEndpointIds ?? {})) {
      grantRole(`${name}-${service}`, 'Reader', this, {
        scope,
        scopeName: `the private endpoint of ${service} for ${this.principalName}`,
        subscription: landingZone.subscription,
        component: this,
      });
    }
  }

  /** The workspace approves the private endpoints of its managed network, on any resource of its resource group. */
  private allowApproval(name: string, { subscription, resourceGroupName }: LandingZone): RoleAssignment {
    return grantRole(name, 'Azure AI Enterprise Network Connection Approver', this, {
      scope: interpolate`/subscriptions/${subscription}/resourceGroups/${resourceGroupName}`,
      scopeName: `the resource group of ${this.principalName}`,
      subscription,
      component: this,
    });
  }
}

/** Roles that identities can get on a workspace. */
export class MlWorkspaceGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Write the metrics of a container. A user-assigned identity of an endpoint does not get this by itself. */
  writeMetrics(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'AzureML Metrics Writer (preview)', principal, this.target);
  }
}

/**
 * Object id of a system-assigned identity.
 *
 * @throws CodedError `MissingIdentity`
 */
export function systemPrincipal(name: string, identity: { readonly principalId?: string } | undefined): string {
  if (identity?.principalId === undefined) {
    throw new CodedError('MissingIdentity', {
      place: name,
      message: 'the resource has no system-assigned identity',
    });
  }
  return identity.principalId;
}
