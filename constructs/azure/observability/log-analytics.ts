import { Workspace } from '@pulumi/azure-native/operationalinsights';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';
import { dataOptions } from '../retention/data-retention';
import { sendDiagnostics } from './diagnostic-setting';

/** Props of {@link LogAnalytics}. */
export interface LogAnalyticsProps {
  readonly workspaceName: string;
  /** Days that logs are kept. */
  readonly retentionInDays: number;
  readonly resourceGroupName: Input<string>;
  /** Azure region. */
  readonly location: string;
  readonly dataRetention: DataRetention;
}

/**
 * The workspace that the diagnostic settings of an environment write to.
 *
 * Creates the workspace and a diagnostic setting for its audit log. Keys and public access are disabled: agents and
 * queries need a {@link MonitorPrivateLink}, platform logs do not. Billed per GB ingested. The name of a deleted
 * workspace stays taken for 14 days.
 */
export class LogAnalytics extends ComponentResource {
  /** Resource id. */
  readonly workspaceId: Output<string>;

  constructor(name: string, props: LogAnalyticsProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:LogAnalytics', name, {}, opts);
    const workspace = new Workspace(
      `${name}-workspace`,
      {
        workspaceName: props.workspaceName,
        resourceGroupName: props.resourceGroupName,
        location: props.location,
        sku: { name: 'PerGB2018' },
        retentionInDays: props.retentionInDays,
        features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
        publicNetworkAccessForIngestion: 'Disabled',
        publicNetworkAccessForQuery: 'Disabled',
      },
      { parent: this, ...dataOptions(props.dataRetention) },
    );
    sendDiagnostics(
      name,
      {
        resourceUri: workspace.id,
        resourceType: 'Microsoft.OperationalInsights/workspaces',
        workspaceId: workspace.id,
      },
      this,
    );
    this.workspaceId = workspace.id;
    this.registerOutputs({});
  }
}
