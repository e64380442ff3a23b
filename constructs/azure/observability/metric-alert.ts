import { MetricAlert } from '@pulumi/azure-native/monitor';
import type { ComponentResource, Input } from '@pulumi/pulumi';

/** One condition on a metric of a resource. */
export interface MetricCondition {
  /** Short name, unique among the alerts of the resource. */
  readonly alert: string;
  readonly description: string;
  /** ARM type of the resource, for example `Microsoft.Search/searchServices`. */
  readonly metricNamespace: string;
  readonly metricName: string;
  readonly operator: 'GreaterThan' | 'LessThan';
  /** In the unit of the metric. */
  readonly threshold: number;
  /** How the values of the five minutes are put together; the metric must have it. @default 'Average' */
  readonly aggregation?: 'Average' | 'Total';
  /** Values of a dimension that are counted. @default - every value */
  readonly dimension?: { readonly name: string; readonly values: readonly string[] };
}

/** Where alerts are placed, and whom they tell. */
export interface AlertTarget {
  /** Name of the resource: the names of its alerts begin with it. */
  readonly resourceName: string;
  /** Resource id. */
  readonly resourceId: Input<string>;
  readonly resourceGroupName: Input<string>;
  /** Resource id of the action group. */
  readonly actionGroupId: Input<string>;
}

/**
 * Alerts on the metrics of a resource. Creates one metric alert per condition, evaluated every minute over five minutes. An alert
 * resolves by itself. Billed per alert and month.
 */
export function alertOn(
  name: string,
  target: AlertTarget,
  conditions: readonly MetricCondition[],
  parent: ComponentResource,
): void {
  for (const condition of conditions) {
    new MetricAlert(`${name}-alert-${condition.alert}`, metricAlert(target, condition), { parent });
  }
}

function metricAlert(
  { resourceName, resourceId, resourceGroupName, actionGroupId }: AlertTarget,
  condition: MetricCondition,
) {
  const { alert, description, metricNamespace, metricName, operator, threshold, dimension } = condition;
  const { aggregation = 'Average' } = condition;
  return {
    ruleName: `${resourceName}-${alert}`,
    resourceGroupName,
    location: 'global',
    description,
    enabled: true,
    severity: 2,
    scopes: [resourceId],
    evaluationFrequency: 'PT1M',
    windowSize: 'PT5M',
    autoMitigate: true,
    criteria: {
      odataType: 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria' as const,
      allOf: [
        {
          name: alert,
          criterionType: 'StaticThresholdCriterion' as const,
          metricNamespace,
          metricName,
          operator,
          threshold,
          timeAggregation: aggregation,
          dimensions:
            dimension === undefined
              ? []
              : [{ name: dimension.name, operator: 'Include', values: [...dimension.values] }],
        },
      ],
    },
    actions: [{ actionGroupId }],
  };
}
