import { DiagnosticSetting } from '@pulumi/azure-native/monitor';
import type { ComponentResource, Input } from '@pulumi/pulumi';

/** Props of {@link sendDiagnostics}. */
export interface DiagnosticsProps {
  /** Id of the resource that writes logs. */
  readonly resourceUri: Input<string>;
  /** Resource id of the Log Analytics workspace. */
  readonly workspaceId: Input<string>;
  /**
   * Log categories to send.
   *
   * @default - every category the resource has, present and future
   */
  readonly categories?: readonly string[];
  /** Whether the resource has metrics to send. @default - true */
  readonly metrics?: boolean;
}

/** Sends the logs and metrics of a resource to Log Analytics. Billed per GB ingested. */
export function sendDiagnostics(name: string, props: DiagnosticsProps, parent: ComponentResource): void {
  const logs =
    props.categories === undefined
      ? [{ categoryGroup: 'allLogs', enabled: true }]
      : props.categories.map((category) => ({ category, enabled: true }));
  new DiagnosticSetting(
    `${name}-diagnostics`,
    {
      name: 'log-analytics',
      resourceUri: props.resourceUri,
      workspaceId: props.workspaceId,
      logs,
      metrics: (props.metrics ?? true) ? [{ category: 'AllMetrics', enabled: true }] : [],
    },
    { parent },
  );
}
