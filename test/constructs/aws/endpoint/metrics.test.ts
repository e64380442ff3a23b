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
  [instances.timeToFirstChunk('p50'), 'AWS/SageMaker', 'FirstChunkLatency', 'p50'],
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
