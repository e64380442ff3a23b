import { DiagnosticSetting } from '@pulumi/azure-native/monitor';
import type { ComponentResource, Input } from '@pulumi/pulumi';
import type { DiagnosedType, DiagnosticSupport } from './diagnostic-support';
import { diagnosticSupport } from './diagnostic-support';

/** Props of {@link sendDiagnostics}. */
export interface DiagnosticsProps {
  /** Id of the resource that writes logs. */
  readonly resourceUri: Input<string>;
  /** Type of that resource: it decides whether there are metrics and logs to send. */
  readonly resourceType: DiagnosedType;
  /** Resource id of the Log Analytics workspace. */
  readonly workspaceId: Input<string>;
  /**
   * Log categories to send.
   *
   * @default - every category the type has, present and future
   */
  readonly categories?: readonly string[];
}

/**
 * Sends the logs and metrics of a resource to Log Analytics, as far as its type has them. Billed per GB ingested.
 *
 * Azure Resource Manager refuses a setting that asks for metrics of a type without metrics.
 */
export function sendDiagnostics(name: string, props: DiagnosticsProps, parent: ComponentResource): void {
  const support: DiagnosticSupport = diagnosticSupport[props.resourceType];
  new DiagnosticSetting(
    `${name}-diagnostics`,
    {
      name: 'log-analytics',
      resourceUri: props.resourceUri,
      workspaceId: props.workspaceId,
      logs: support.logs ? logsOf(props.categories) : [],
      metrics: support.metrics ? [{ category: 'AllMetrics', enabled: true }] : [],
    },
    { parent },
  );
}

function logsOf(categories: readonly string[] | undefined) {
  if (categories === undefined) return [{ categoryGroup: 'allLogs', enabled: true }];
  return categories.map((category) => ({ category, enabled: true }));
}
