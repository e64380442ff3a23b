import { Workspace } from '@pulumi/azure-native/operationalinsights';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';
import { dataOptions } from '../retention/data-retention';
import { sendDiagnostics } from './diagnostic-setting';

export interface LogAnalyticsProps {
  readonly workspaceName: string;
  readonly retentionInDays: number;
  readonly resourceGroupName: Input<string>;
  readonly location: string;
  readonly dataRetention: DataRetention;
}

/**
 * The workspace every diagnostic setting of an environment writes to, its own audit log included.
 *
 * Keys and public access are off: agents and queries reach it through a monitor private link, platform logs arrive
 * without one. Billed by the gigabyte ingested. A deleted workspace keeps its name for 14 days.
 */
export class LogAnalytics extends ComponentResource {
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
    sendDiagnostics(name, { resourceUri: workspace.id, workspaceId: workspace.id }, this);
    this.workspaceId = workspace.id;
    this.registerOutputs({});
  }
}
