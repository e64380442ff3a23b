import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricPublisher } from './metric-names';
import { publishedMetrics } from './metric-names';

/** Name of the only production variant of an endpoint. */
export const variantName = 'primary';

/** Percentiles of latency on the dashboard. An average hides slow requests. */
export const latencyPercentiles = ['p50', 'p90', 'p99'] as const;
/** A percentile of {@link latencyPercentiles}. */
export type LatencyPercentile = (typeof latencyPercentiles)[number];

/** Props of {@link EndpointMetrics}. */
export interface EndpointMetricsProps {
  readonly endpointName: string;
  /** Copies publish under the inference component that is named like the endpoint, instances under the variant. */
  readonly capacityKind: MetricPublisher;
}

/** Metrics that both publish. `noCapacityFailures` is of copies only. */
type CommonMetric = Exclude<keyof typeof publishedMetrics, 'noCapacityFailures'>;

/** The CloudWatch metrics of an endpoint, from a table of those that SageMaker publishes. */
export class EndpointMetrics {
  /** Whether the endpoint can scale to zero. */
  readonly canBeEmpty: boolean;
  private readonly dimensionsMap: Record<string, string>;

  constructor(private readonly props: EndpointMetricsProps) {
    this.canBeEmpty = props.capacityKind === 'copies';
    this.dimensionsMap =
      props.capacityKind === 'copies'
        ? { InferenceComponentName: props.endpointName }
        : { EndpointName: props.endpointName, VariantName: variantName };
  }

  /** Microseconds from the request to the last byte of the answer, in the container. */
  modelLatency(percentile: LatencyPercentile): cloudwatch.Metric {
    return this.metric('modelLatency', percentile);
  }

  /** Requests. */
  invocations(): cloudwatch.Metric {
    return this.metric('invocations', 'Sum');
  }

  /** Share of requests answered 5xx, 0 to 1. SageMaker publishes 1 for each of them and 0 for every other answer. */
  serverErrorShare(): cloudwatch.Metric {
    return this.metric('serverErrors', 'Average');
  }

  /** The same without the minutes in which a request found no copy: it fails, starts the first copy, and is no incident. */
  serverErrorShareWhileAwake(): cloudwatch.IMetric {
    if (!this.canBeEmpty) return this.serverErrorShare();
    return new cloudwatch.MathExpression({
      // A share is at most 1, and a minute with such a request has at least 1. Where only one of two series has a value, a
      // comparison takes 0 for the other (CloudWatch user guide, metric math syntax and functions).
      expression: 'IF(errors > empty, errors, 0)',
      usingMetrics: {
        errors: this.serverErrorShare(),
        empty: this.noCapacityFailures().with({ period: Duration.minutes(1) }),
      },
      label: 'share of 5xx while a copy runs',
      period: Duration.minutes(1),
    });
  }

  /** Requests that no copy could serve. Published for copies only. */
  noCapacityFailures(): cloudwatch.Metric {
    const { namespace, name: metricName } = publishedMetrics.noCapacityFailures.copies;
    const { dimensionsMap } = this;
    return new cloudwatch.Metric({
      namespace,
      metricName,
      statistic: 'Maximum',
      dimensionsMap,
      period: Duration.seconds(30),
    });
  }

  /** Requests in flight per instance or per copy. */
  concurrentRequests(): cloudwatch.Metric {
    return this.metric('concurrentRequests', 'Maximum');
  }

  /** Percent. */
  gpuUtilization(): cloudwatch.Metric {
    return this.metric('gpuUtilization', 'Average');
  }

  /** Percent. It is constant for an engine that reserves its cache at the start. */
  gpuMemoryUtilization(): cloudwatch.Metric {
    return this.metric('gpuMemoryUtilization', 'Average');
  }

  /**
   * PromQL for the 99th percentile of seconds to the first token, of vLLM. Time to first token is no metric of a namespace:
   * SageMaker publishes it as an OpenTelemetry histogram, which graphs and alarms of CloudWatch metrics cannot read. For
   * SGLang the name begins with `sglang`.
   *
   * https://docs.aws.amazon.com/sagemaker/latest/dg/inference-monitoring.html, as of 2026-11
   */
  timeToFirstTokenQuery(): string {
    const { endpointName } = this.props;
    const component = this.canBeEmpty ? `,'aws.sagemaker.inference_component.name'="${endpointName}"` : '';
    const labels = `'aws.sagemaker.endpoint.name'="${endpointName}"${component}`;
    return `histogram_quantile(0.99, sum by (le) (rate(vllm_time_to_first_token_seconds_bucket{${labels}}[5m])))`;
  }

  private metric(key: CommonMetric, statistic: string): cloudwatch.Metric {
    const { namespace, name: metricName } = publishedMetrics[key][this.props.capacityKind];
    const { dimensionsMap } = this;
    return new cloudwatch.Metric({ namespace, metricName, statistic, dimensionsMap, period: Duration.minutes(1) });
  }
}
