import { Workspace } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource, interpolate } from '@pulumi/pulumi';
import { allowOutbound } from '../endpoint/ml-outbound-rule';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { mlApiZone, mlNotebooksZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions } from '../retention/data-retention';

export interface MlWorkspaceProps {
  readonly workspaceName: string;
  readonly keyVaultId: Input<string>;
  readonly storageAccountId: Input<string>;
  readonly containerRegistryId: Input<string>;
  readonly applicationInsightsId: Input<string>;
  /** Private link scope of Azure Monitor. @default - the managed network has no private way to Azure Monitor */
  readonly monitorScopeId?: Input<string> | undefined;
  readonly landingZone: LandingZone;
}

/**
 * A private Azure Machine Learning workspace whose own computers sit in a managed network that reaches approved targets
 * only, and whose datastores use identities instead of account keys.
 *
 * The workspace runs as an identity of its own. It is not the workload identity, so that an application never holds the
 * control-plane rights that the service gives its workspace. The managed network is provisioned with the first endpoint,
 * after the workspace was allowed to approve its private endpoints.
 */
export class MlWorkspace extends ComponentResource {
  readonly workspaceId: Output<string>;
  readonly workspaceName: Output<string>;
  readonly principalName: string;
  readonly principalId: Output<string>;
  /** What must exist before the managed network is provisioned; a further outbound rule waits for it too. */
  readonly networkReady: readonly CustomResource[];

  constructor(name: string, props: MlWorkspaceProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MlWorkspace', name, {}, opts);
    const { landingZone, workspaceName, monitorScopeId } = props;
    const { resourceGroupName, subscription, logAnalyticsWorkspaceId } = landingZone;
    const workspace = new Workspace(
      `${name}-workspace`,
      {
        workspaceName,
        resourceGroupName,
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
    sendDiagnostics(name, { resourceUri: workspace.id, workspaceId: logAnalyticsWorkspaceId }, this);

    this.principalName = workspaceName;
    this.principalId = workspace.identity.apply((identity) => systemPrincipal(workspaceName, identity));
    const approver = grantRole(
      name,
      {
        role: 'Azure AI Enterprise Network Connection Approver',
        principal: this,
        scope: resourceGroupScope(subscription, resourceGroupName),
        scopeName: `the resource group of ${workspaceName}`,
        subscription,
      },
      this,
    );
    const toMonitor =
      monitorScopeId === undefined
        ? []
        : [
            allowOutbound(
              `${name}-to-monitor`,
              {
                ruleName: 'monitor',
                workspaceName: workspace.name,
                resourceGroupName,
                serviceResourceId: monitorScopeId,
                subresourceTarget: 'azuremonitor',
              },
              { parent: this, dependsOn: approver },
            ),
          ];

    this.networkReady = [approver, ...toMonitor];
    this.workspaceId = workspace.id;
    this.workspaceName = workspace.name;
    this.registerOutputs({});
  }
}

function resourceGroupScope(subscription: string, name: Input<string>): Output<string> {
  return interpolate`/subscriptions/${subscription}/resourceGroups/${name}`;
}

function systemPrincipal(workspaceName: string, identity: { readonly principalId?: string } | undefined): string {
  if (identity?.principalId === undefined) {
    throw new Error(`${workspaceName}: expected a system-assigned identity, got none`);
  }
  return identity.principalId;
}
