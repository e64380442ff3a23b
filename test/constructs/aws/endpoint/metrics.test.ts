import type { PublishedMetric } from '../../../../constructs/aws/endpoint/metric-names';
import { publishedMetrics } from '../../../../constructs/aws/endpoint/metric-names';
import { EndpointMetrics } from '../../../../constructs/aws/endpoint/metrics';

const instances = new EndpointMetrics({ endpointName: 'chat', capacityKind: 'instances' });
const copies = new EndpointMetrics({ endpointName: 'chat', capacityKind: 'copies' });

test('instances publish under endpoint and variant, copies under the inference component', () => {
  expect(instances.invocations().dimensions).toEqual({ EndpointName: 'chat', VariantName: 'primary' });
  expect(copies.invocations().dimensions).toEqual({ InferenceComponentName: 'chat' });
});

test('only copies can scale to zero', () => {
  expect([instances.canBeEmpty, copies.canBeEmpty]).toEqual([false, true]);
});

test.each([
  [instances.modelLatency('p99'), 'AWS/SageMaker', 'ModelLatency', 'p99'],
  [instances.invocations(), 'AWS/SageMaker', 'Invocations', 'Sum'],
  [instances.serverErrorShare(), 'AWS/SageMaker', 'Invocation5XXErrors', 'Average'],
  [instances.concurrentRequests(), 'AWS/SageMaker', 'ConcurrentRequestsPerModel', 'Maximum'],
  [copies.concurrentRequests(), 'AWS/SageMaker', 'ConcurrentRequestsPerCopy', 'Maximum'],
  [copies.noCapacityFailures(), 'AWS/SageMaker', 'NoCapacityInvocationFailures', 'Maximum'],
  [instances.gpuUtilization(), '/aws/sagemaker/Endpoints', 'GPUUtilization', 'Average'],
  [copies.gpuUtilization(), '/aws/sagemaker/InferenceComponents', 'GPUUtilizationNormalized', 'Average'],
  [copies.gpuMemoryUtilization(), '/aws/sagemaker/InferenceComponents', 'GPUMemoryUtilizationNormalized', 'Average'],
])('metric %#: %s', (metric, namespace, metricName, statistic) => {
  expect([metric.namespace, metric.metricName, metric.statistic]).toEqual([namespace, metricName, statistic]);
});

test('a request without capacity is seen within half a minute', () => {
  expect(copies.noCapacityFailures().period.toSeconds()).toBe(30);
  expect(copies.invocations().period.toSeconds()).toBe(60);
});

const rows = Object.values(publishedMetrics).flatMap((by): readonly PublishedMetric[] => Object.values(by));

test('every metric of the table has a page and a date that say that it is published', () => {
  expect(rows.filter(({ source }) => !source.startsWith('docs.aws.amazon.com/'))).toEqual([]);
  expect(rows.filter(({ asOf }) => !/^\d{4}-\d\d-\d\d$/.test(asOf))).toEqual([]);
});

test.each([
  ['instances', instances],
  ['copies', copies],
] as const)('every metric of %s is in the table with its statistic', (_kind, metrics) => {
  const read = [
    metrics.modelLatency('p50'),
    metrics.invocations(),
    metrics.serverErrorShare(),
    metrics.concurrentRequests(),
    metrics.gpuUtilization(),
    metrics.gpuMemoryUtilization(),
    ...(metrics.canBeEmpty ? [metrics.noCapacityFailures()] : []),
  ];
  const valid = rows.flatMap(({ namespace, name, statistics }) => statistics.map((s) => `${namespace} ${name} ${s}`));
  const used = read.map((m) => `${m.namespace} ${m.metricName} ${m.statistic.replace(/^p\d+$/, 'p')}`);
  expect(used.filter((metric) => !valid.includes(metric))).toEqual([]);
});

test('time to first token is a query by the labels of the endpoint, and of its component where it has one', () => {
  expect(instances.timeToFirstTokenQuery()).toBe(
    `histogram_quantile(0.99, sum by (le) (rate(vllm_time_to_first_token_seconds_bucket{'aws.sagemaker.endpoint.name'="chat"}[5m])))`,
  );
  expect(copies.timeToFirstTokenQuery()).toContain(`"chat",'aws.sagemaker.inference_component.name'="chat"}`);
});
