import type { ComponentResource } from '@pulumi/pulumi';
import type { AlertTarget } from '../observability/metric-alert';
import { alertOn } from '../observability/metric-alert';

/** Thresholds of the alerts of an online endpoint. */
export interface EndpointAlertThresholds {
  /** Milliseconds. */
  readonly latencyP99Ms: number;
  /** Answers 5xx a minute. */
  readonly errorsPerMinute: number;
  /** Answers 429 a minute. */
  readonly throttledPerMinute: number;
}

const ofEndpoint = {
  metricNamespace: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  operator: 'GreaterThan',
} as const;

/**
 * Alerts on slow answers, errors and refused requests of an online endpoint.
 *
 * Source of metrics and dimensions: MicrosoftDocs/azure-monitor-docs, supported metrics of
 * Microsoft.MachineLearningServices/workspaces/onlineEndpoints of 2026-07-13.
 */
export function alertOnEndpoint(
  name: string,
  target: AlertTarget,
  thresholds: EndpointAlertThresholds,
  parent: ComponentResource,
): void {
  alertOn(
    name,
    target,
    [
      {
        ...ofEndpoint,
        alert: 'latency',
        description: 'The slowest percent of requests takes longer than agreed',
        metricName: 'RequestLatency_P99',
        threshold: thresholds.latencyP99Ms,
      },
      {
        ...ofEndpoint,
        alert: 'errors',
        description: 'Requests are answered with 5xx',
        metricName: 'RequestsPerMinute',
        threshold: thresholds.errorsPerMinute,
        dimension: { name: 'statusCode', values: ['500', '502', '503', '504'] },
      },
      {
        ...ofEndpoint,
        alert: 'throttled',
        description: 'Requests are refused with 429: more than the instances take at once',
        metricName: 'RequestsPerMinute',
        threshold: thresholds.throttledPerMinute,
        dimension: { name: 'statusCode', values: ['429'] },
      },
    ],
    parent,
  );
}
