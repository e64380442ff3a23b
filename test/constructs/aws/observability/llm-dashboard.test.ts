import { EndpointMetrics } from '../../../../constructs/aws/endpoint/metrics';
import { LlmDashboard } from '../../../../constructs/aws/observability/llm-dashboard';
import { onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

function bodyFor(capacityKind: 'instances' | 'copies'): string {
  const stack = testStack();
  new LlmDashboard(stack, 'Dashboard', {
    dashboardName: 'support',
    endpoints: { chat: new EndpointMetrics({ endpointName: 'support-chat', capacityKind }) },
    foundationModelIds: ['amazon.titan-embed-text-v2:0'],
  });
  return JSON.stringify(onlyResource(templateOf(stack), 'AWS::CloudWatch::Dashboard').Properties);
}

const instances = bodyFor('instances');

test.each(['# chat', 'p50', 'p90', 'p99', 'ModelLatency', 'Invocation5XXErrors'])('shows %s of an endpoint', (word) => {
  expect(instances).toContain(word);
});

test.each(['amazon.titan-embed-text-v2:0: latency (ms)', 'InvocationThrottles', 'InputTokenCount', 'OutputTokenCount'])(
  'shows %s of a foundation model',
  (word) => {
    expect(instances).toContain(word);
  },
);

test('shows requests without capacity only where capacity can be zero', () => {
  expect(instances).not.toContain('NoCapacityInvocationFailures');
  expect(bodyFor('copies')).toContain('NoCapacityInvocationFailures');
});

test.each(['instances', 'copies'] as const)(
  'says where the time to first token of %s is, and draws no empty graph',
  (kind) => {
    const body = bodyFor(kind);
    expect(body).not.toContain('FirstChunkLatency');
    expect(body).toContain('vllm_time_to_first_token_seconds_bucket');
    expect(body).toContain('OTel enrichment');
  },
);
