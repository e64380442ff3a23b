import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { Workspace } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource, interpolate } from '@pulumi/pulumi';
import { CodedError } from '../../../lib/messages';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { mlApiZone, mlNotebooksZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions } from '../retention/data-retention';
import { allowOutbound } from './ml-outbound-rule';

/** Props of an {@link MlWorkspace}. */
export interface MlWorkspaceProps {
  readonly workspaceName: string;
  /** Resource id of the key vault for connection secrets. */
  readonly keyVaultId: Input<string>;
  /** Resource id of the storage account for the default datastores. */
  readonly storageAccountId: Input<string>;
  /** Resource id of the container registry for images that the workspace builds. */
  readonly containerRegistryId: Input<string>;
  /** Resource id of the Application Insights component for telemetry of endpoints. */
  readonly applicationInsightsId: Input<string>;
  /** Resource id of a private link scope of Azure Monitor. @default - the managed network cannot reach Azure Monitor */
  readonly monitorScopeId?: Input<string> | undefined;
  readonly landingZone: LandingZone;
}

/**
 * A private Azure Machine Learning workspace.
 *
 * Creates the workspace, its private endpoint and its diagnostic setting, the role that lets it approve private
 * endpoints, and an outbound rule to Azure Monitor. Computes run in a managed network that reaches approved targets only.
 * Datastores use identities, not account keys. The workspace itself is free; its computes and endpoints are billed.
 *
 * The workspace has a system-assigned identity. It is not the workload identity, so that an application never gets the
 * control-plane permissions that the service gives to a workspace. The service provisions the managed network with the
 * first endpoint, after the workspace may approve private endpoints.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class MlWorkspace extends ComponentResource implements Principal {
  /** Resource id. */
  readonly workspaceId: Output<string>;
  readonly workspaceName: Output<string>;
  readonly principalName: string;
  readonly principalId: Output<string>;
  /** What must exist before the managed network is provisioned. A further outbound rule must wait for it too. */
  readonly networkReady: readonly CustomResource[];

  constructor(name: string, props: MlWorkspaceProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MlWorkspace', name, {}, opts);
    const { landingZone, workspaceName } = props;
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
        provisionNetworkNow: false,
      },
      { parent: this, customTimeouts: { create: '1h', update: '1h' }, ...dataOptions(landingZone.dataRetention) },
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
    this.networkReady = this.prepareNetwork(name, props);
    this.registerOutputs({});
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

function systemPrincipal(name: string, identity: { readonly principalId?: string } | undefined): string {
  if (identity?.principalId === undefined) {
    throw new CodedError('MissingIdentity', {
      place: name,
      message: 'the workspace has no system-assigned identity',
    });
  }
  return identity.principalId;
}
