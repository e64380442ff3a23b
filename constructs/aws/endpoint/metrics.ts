import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

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
  readonly capacityKind: 'instances' | 'copies';
}

/**
 * The CloudWatch metrics of an endpoint.
 *
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
 */
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
    return this.invocation('ModelLatency', percentile);
  }

  /** Microseconds to the first part of a streamed answer, which is the caller's time to first token. */
  timeToFirstChunk(percentile: LatencyPercentile): cloudwatch.Metric {
    return this.invocation('FirstChunkLatency', percentile);
  }

  /** Requests. */
  invocations(): cloudwatch.Metric {
    return this.invocation('Invocations', 'Sum');
  }

  /** Share of requests answered 5xx, 0 to 1. SageMaker publishes 1 for each of them and 0 for every other answer. */
  serverErrorShare(): cloudwatch.Metric {
    return this.invocation('Invocation5XXErrors', 'Average');
  }

  /** Requests that no copy could serve. Published for copies only. */
  noCapacityFailures(): cloudwatch.Metric {
    return this.invocation('NoCapacityInvocationFailures', 'Maximum').with({ period: Duration.seconds(30) });
  }

  /** Requests in flight per instance or per copy. */
  concurrentRequests(): cloudwatch.Metric {
    const name = this.props.capacityKind === 'copies' ? 'ConcurrentRequestsPerCopy' : 'ConcurrentRequestsPerModel';
    return this.invocation(name, 'Maximum');
  }

  /** Percent. */
  gpuUtilization(): cloudwatch.Metric {
    return this.host('GPUUtilization');
  }

  /** Percent. It is constant for an engine that reserves its cache at the start. */
  gpuMemoryUtilization(): cloudwatch.Metric {
    return this.host('GPUMemoryUtilization');
  }

  private invocation(metricName: string, statistic: string): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: 'AWS/SageMaker',
      metricName,
      statistic,
      dimensionsMap: this.dimensionsMap,
      period: Duration.minutes(1),
    });
  }

  private host(metricName: string): cloudwatch.Metric {
    const copies = this.props.capacityKind === 'copies';
    return new cloudwatch.Metric({
      namespace: copies ? '/aws/sagemaker/InferenceComponents' : '/aws/sagemaker/Endpoints',
      // Copies share instances. The normalized metric is the share of one instance, 0 to 100.
      metricName: copies ? `${metricName}Normalized` : metricName,
      statistic: 'Average',
      dimensionsMap: this.dimensionsMap,
      period: Duration.minutes(1),
    });
  }
}
