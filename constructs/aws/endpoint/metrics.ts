import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/** The one production variant of an endpoint. */
export const variantName = 'primary';

/** Percentiles latency is read at; an average hides the slow requests people complain about. */
export const latencyPercentiles = ['p50', 'p90', 'p99'] as const;
export type LatencyPercentile = (typeof latencyPercentiles)[number];

export interface EndpointMetricsProps {
  readonly endpointName: string;
  /** Copies report as the inference component of the endpoint's name, instances as its variant. */
  readonly capacityKind: 'instances' | 'copies';
}

/**
 * What SageMaker publishes about an endpoint.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
 */
export class EndpointMetrics {
  /** Whether the endpoint can be without capacity. */
  readonly canBeEmpty: boolean;
  private readonly dimensionsMap: Record<string, string>;

  constructor(private readonly props: EndpointMetricsProps) {
    this.canBeEmpty = props.capacityKind === 'copies';
    this.dimensionsMap =
      props.capacityKind === 'copies'
        ? { InferenceComponentName: props.endpointName }
        : { EndpointName: props.endpointName, VariantName: variantName };
  }

  /** Microseconds from the request to the last byte of the answer, as the container took them. */
  modelLatency(percentile: LatencyPercentile): cloudwatch.Metric {
    return this.invocation('ModelLatency', percentile);
  }

  /** Microseconds to the first part of a streamed answer: the time to first token as a caller sees it. Streamed answers only. */
  timeToFirstChunk(percentile: LatencyPercentile): cloudwatch.Metric {
    return this.invocation('FirstChunkLatency', percentile);
  }

  invocations(): cloudwatch.Metric {
    return this.invocation('Invocations', 'Sum');
  }

  /** Share of requests answered 5xx, 0 to 1: SageMaker publishes a 1 for each and a 0 for every other answer. */
  serverErrorShare(): cloudwatch.Metric {
    return this.invocation('Invocation5XXErrors', 'Average');
  }

  /** Requests that found no copy to serve them; published for copies only. */
  noCapacityFailures(): cloudwatch.Metric {
    return this.invocation('NoCapacityInvocationFailures', 'Maximum').with({ period: Duration.seconds(30) });
  }

  /** Requests in flight: per instance, or per copy. */
  concurrentRequests(): cloudwatch.Metric {
    const name = this.props.capacityKind === 'copies' ? 'ConcurrentRequestsPerCopy' : 'ConcurrentRequestsPerModel';
    return this.invocation(name, 'Maximum');
  }

  /** Percent. */
  gpuUtilization(): cloudwatch.Metric {
    return this.host('GPUUtilization');
  }

  /** Percent. An engine that reserves its cache at the start shows a flat line. */
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
      // Copies share instances, so that SageMaker publishes their share of one as 0 to 100.
      metricName: copies ? `${metricName}Normalized` : metricName,
      statistic: 'Average',
      dimensionsMap: this.dimensionsMap,
      period: Duration.minutes(1),
    });
  }
}
