import { MetricAlert } from '@pulumi/azure-native/monitor';
import type { ComponentResource, Input } from '@pulumi/pulumi';

/** Thresholds of the alerts of an online endpoint. */
export interface EndpointAlertThresholds {
  /** Milliseconds. */
  readonly latencyP99Ms: number;
  /** Answers 5xx a minute. */
  readonly errorsPerMinute: number;
  /** Answers 429 a minute. */
  readonly throttledPerMinute: number;
}

/** Props of {@link alertOnEndpoint}. */
export interface EndpointAlertsProps {
  /** Name of the endpoint: the alerts begin with it. */
  readonly endpointName: string;
  readonly endpointId: Input<string>;
  readonly resourceGroupName: Input<string>;
  /** Resource id of the action group that is told. */
  readonly actionGroupId: Input<string>;
  readonly thresholds: EndpointAlertThresholds;
}

const namespace = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints';

interface Criterion {
  readonly alert: string;
  readonly description: string;
  readonly metricName: 'RequestLatency_P99' | 'RequestsPerMinute';
  readonly threshold: number;
  /** HTTP codes that are counted. @default - every answer */
  readonly statusCodes?: readonly string[];
}

/**
 * Alerts on slow answers, errors and refused requests of an online endpoint.
 *
 * Creates three metric alerts, evaluated every minute over five minutes. They resolve by themselves. Billed per alert and month.
 *
 * Source of metrics and dimensions: MicrosoftDocs/azure-monitor-docs, supported metrics of
 * Microsoft.MachineLearningServices/workspaces/onlineEndpoints of 2026-07-13.
 */
export function alertOnEndpoint(name: string, props: EndpointAlertsProps, parent: ComponentResource): void {
  const { thresholds } = props;
  const criteria: readonly Criterion[] = [
    {
      alert: 'latency',
      description: 'The slowest percent of requests takes longer than agreed',
      metricName: 'RequestLatency_P99',
      threshold: thresholds.latencyP99Ms,
    },
    {
      alert: 'errors',
      description: 'Requests are answered with 5xx',
      metricName: 'RequestsPerMinute',
      threshold: thresholds.errorsPerMinute,
      statusCodes: ['500', '502', '503', '504'],
    },
    {
      alert: 'throttled',
      description: 'Requests are refused with 429: more than the instances take at once',
      metricName: 'RequestsPerMinute',
      threshold: thresholds.throttledPerMinute,
      statusCodes: ['429'],
    },
  ];
  for (const criterion of criteria) {
    new MetricAlert(`${name}-alert-${criterion.alert}`, metricAlert(props, criterion), { parent });
  }
}

function metricAlert(
  { endpointName, endpointId, resourceGroupName, actionGroupId }: EndpointAlertsProps,
  { alert, description, metricName, threshold, statusCodes }: Criterion,
) {
  return {
    ruleName: `${endpointName}-${alert}`,
    resourceGroupName,
    location: 'global',
    description,
    enabled: true,
    severity: 2,
    scopes: [endpointId],
    evaluationFrequency: 'PT1M',
    windowSize: 'PT5M',
    autoMitigate: true,
    criteria: {
      odataType: 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria' as const,
      allOf: [
        {
          name: alert,
          criterionType: 'StaticThresholdCriterion' as const,
          metricNamespace: namespace,
          metricName,
          operator: 'GreaterThan',
          threshold,
          timeAggregation: 'Average',
          dimensions:
            statusCodes === undefined ? [] : [{ name: 'statusCode', operator: 'Include', values: [...statusCodes] }],
        },
      ],
    },
    actions: [{ actionGroupId }],
  };
}
