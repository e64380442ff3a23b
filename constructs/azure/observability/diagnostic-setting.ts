import { DiagnosticSetting } from '@pulumi/azure-native/monitor';
import type { ComponentResource, Input } from '@pulumi/pulumi';

export interface DiagnosticsProps {
  /** Resource whose logs are kept. */
  readonly resourceUri: Input<string>;
  /** Log Analytics workspace they are written to. */
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

/** Sends a resource's logs and metrics to Log Analytics. */
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
