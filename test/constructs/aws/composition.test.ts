import { EndpointMetrics, GpuInferenceEndpoint, LlmDashboard, PlatformParameters } from '../../../constructs/aws';
import { keyArn, network, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../helpers/aws-app';
import { endpointSlice, warmEndpointSlice } from '../../helpers/aws-plan-fixture';

test('an endpoint stands twice in one stack', () => {
  const stack = testStack();
  const shared = {
    network: network,
    encryptionKey: testKey(stack),
    logRetentionDays: 30,
    dataRetention: 'destroy',
  } as const;
  new GpuInferenceEndpoint(stack, 'Warm', { placement: warmEndpointSlice({ endpointName: 'warm' }), ...shared });
  new GpuInferenceEndpoint(stack, 'Cold', { placement: endpointSlice({ endpointName: 'cold' }), ...shared });
  const template = templateOf(stack);
  expect(
    resourcesOf(template, 'AWS::SageMaker::Endpoint').map(([, { Properties }]) => Properties.EndpointName),
  ).toEqual(['warm', 'cold']);
});

test('a value is read once however often it is asked for', () => {
  const stack = testStack();
  const parameters = new PlatformParameters(stack, 'Parameters', { parameterPrefix: '/llmops/support/dev' });
  expect(parameters.read('foundation/key-arn')).toBe(parameters.read('foundation/key-arn'));
  parameters.publish('integration/release-table-name', keyArn);
  expect(onlyResource(templateOf(stack), 'AWS::SSM::Parameter').Properties.Name).toBe(
    '/llmops/support/dev/integration/release-table-name',
  );
});

test('the dashboard shows percentiles, time to first chunk, and room where room can run out', () => {
  const bodyFor = (capacityKind: 'instances' | 'copies'): string => {
    const stack = testStack();
    new LlmDashboard(stack, 'Dashboard', {
      dashboardName: 'support',
      endpoints: { chat: new EndpointMetrics({ endpointName: 'support-chat', capacityKind }) },
      foundationModelIds: ['amazon.titan-embed-text-v2:0'],
    });
    return JSON.stringify(onlyResource(templateOf(stack), 'AWS::CloudWatch::Dashboard').Properties.DashboardBody);
  };
  for (const word of ['p50', 'p90', 'p99', 'FirstChunkLatency', 'InvocationThrottles']) {
    expect(bodyFor('instances')).toContain(word);
  }
  expect(bodyFor('instances')).not.toContain('NoCapacityInvocationFailures');
  expect(bodyFor('copies')).toContain('NoCapacityInvocationFailures');
});
