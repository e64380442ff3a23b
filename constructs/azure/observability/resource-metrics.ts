import type { ComponentResource, Input } from '@pulumi/pulumi';
import type { GrantTarget } from '../identity/role-assignment';
import type { MetricCondition } from './metric-alert';
import { alertOn } from './metric-alert';

/** A resource whose platform metrics are watched. */
export interface MeasuredResource {
  readonly resourceName: string;
  /** Resource id. */
  readonly resourceId: Input<string>;
  readonly resourceGroupName: Input<string>;
  /** Namespace of the metrics: the ARM type, for example `Microsoft.Search/searchServices`. */
  readonly metricNamespace: string;
  /** Component that becomes the parent of the alerts. */
  readonly component: ComponentResource;
}

/** The platform metrics of a resource: alerts beside those that a construct declares itself. */
export class ResourceMetrics {
  constructor(private readonly of: MeasuredResource) {}

  /**
   * Tells an action group while a condition on a metric holds. Which metrics there are, "Supported metrics" of the type lists in
   * Microsoft Learn: a name that the service does not have deploys and stays silent. Billed per alert and month.
   *
   * @param name - prefix of the logical name, unique in the stack for this alert
   * @param actionGroupId - resource id of the action group
   */
  alert(name: string, condition: Omit<MetricCondition, 'metricNamespace'>, actionGroupId: Input<string>): void {
    const { metricNamespace, component, ...resource } = this.of;
    alertOn(name, { ...resource, actionGroupId }, [{ ...condition, metricNamespace }], component);
  }
}

/** The metrics of the resource that a component grants roles on. */
export function metricsOf(
  { scope, scopeName, component }: GrantTarget,
  { resourceGroupName }: { readonly resourceGroupName: Input<string> },
): ResourceMetrics {
  const [, metricNamespace = '', resourceName = ''] = /^(.*)\/([^/]+)$/.exec(scopeName) ?? [];
  return new ResourceMetrics({ resourceName, resourceId: scope, resourceGroupName, metricNamespace, component });
}
