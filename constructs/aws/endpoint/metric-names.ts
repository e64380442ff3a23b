/** Who publishes a metric of an endpoint: the variant of its instances, or the inference component of its copies. */
export type MetricPublisher = 'instances' | 'copies';

/** Where CloudWatch has a metric, with the page that says so. */
export interface PublishedMetric {
  readonly namespace: 'AWS/SageMaker' | '/aws/sagemaker/Endpoints' | '/aws/sagemaker/InferenceComponents';
  readonly name: string;
  /** Statistics that the page calls valid; percentiles as `p`. */
  readonly statistics: readonly ('Average' | 'Sum' | 'Minimum' | 'Maximum' | 'p')[];
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
}

/** AWS's table of which metric has which dimensions; its number is at the end. */
const mapping = 'docs.aws.amazon.com/sagemaker/latest/dg/monitoring-detailed-observability-metric-mapping.html';
const list = 'docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html';
const zero = 'docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-zero-instances.html';
const asOf = '2026-11-30';

function request(name: string, statistics: PublishedMetric['statistics'], row: number): PublishedMetric {
  return { namespace: 'AWS/SageMaker', name, statistics, source: `${mapping} #${row}`, asOf };
}

function host(namespace: PublishedMetric['namespace'], name: string): PublishedMetric {
  return { namespace, name, statistics: ['Average', 'Minimum', 'Maximum'], source: list, asOf };
}

const latency = ['Average', 'Sum', 'Minimum', 'Maximum', 'p'] as const;
const share = ['Average', 'Sum'] as const;

/**
 * The metrics of an endpoint that exist, by what they measure and who publishes them. What is not here is in no graph and no
 * alarm. `FirstChunkLatency` is not: the page has it for bidirectional streams only, and for no inference component.
 */
export const publishedMetrics = {
  modelLatency: {
    instances: request('ModelLatency', latency, 34),
    copies: request('ModelLatency', latency, 37),
  },
  invocations: {
    instances: request('Invocations', ['Sum'], 5),
    copies: request('Invocations', ['Sum'], 8),
  },
  serverErrors: {
    instances: request('Invocation5XXErrors', share, 22),
    copies: request('Invocation5XXErrors', share, 25),
  },
  concurrentRequests: {
    instances: request('ConcurrentRequestsPerModel', ['Minimum', 'Maximum'], 3),
    copies: request('ConcurrentRequestsPerCopy', ['Minimum', 'Maximum'], 1),
  },
  noCapacityFailures: {
    copies: {
      namespace: 'AWS/SageMaker',
      name: 'NoCapacityInvocationFailures',
      statistics: ['Sum', 'Maximum'],
      source: zero,
      asOf,
    },
  },
  gpuUtilization: {
    instances: host('/aws/sagemaker/Endpoints', 'GPUUtilization'),
    // Copies share instances. The normalized metric is the share of what the copy reserved, 0 to 100.
    copies: host('/aws/sagemaker/InferenceComponents', 'GPUUtilizationNormalized'),
  },
  gpuMemoryUtilization: {
    instances: host('/aws/sagemaker/Endpoints', 'GPUMemoryUtilization'),
    copies: host('/aws/sagemaker/InferenceComponents', 'GPUMemoryUtilizationNormalized'),
  },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<MetricPublisher, PublishedMetric>>>>>;
