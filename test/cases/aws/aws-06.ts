import { EndpointMetrics, LlmDashboard } from '../../../constructs/aws';
import { publishedMetrics } from '../../../constructs/aws/endpoint/metric-names';
import { onlyResource, resourcesOf, templateOf, testStack } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { endpointSlice } from '../../helpers/aws-plan-fixture';
import type { Case } from '../case';

export const aws06: Case = {
  id: 'aws-06',
  fault: 'the graph of the time to first token is empty for endpoints with copies',
  expected: 'graphs and alarms read published metrics only; the time to first token is said to be a PromQL query',
  check: () => {
    const stack = testStack();
    const metrics = new EndpointMetrics({ endpointName: 'chat', capacityKind: 'copies' });
    new LlmDashboard(stack, 'Dashboard', { dashboardName: 'd', endpoints: { chat: metrics }, foundationModelIds: [] });
    const body = JSON.stringify(onlyResource(templateOf(stack), 'AWS::CloudWatch::Dashboard').Properties);
    expect(body).not.toContain('FirstChunkLatency');
    expect(body).toContain('vllm_time_to_first_token_seconds_bucket');

    const guarded = endpointTemplate(
      endpointSlice({ rollout: { kind: 'rolling', batchPercent: 50, waitSeconds: 300 } }),
    );
    expect(onlyResource(guarded, 'AWS::SageMaker::EndpointConfig').Properties).toMatchObject({
      MetricsConfig: { EnableDetailedObservability: true },
    });
    const published: readonly unknown[] = Object.values(publishedMetrics).map(({ copies }) => copies.name);
    const alarms = resourcesOf(guarded, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    expect(alarms.length).toBeGreaterThan(1);
    for (const { MetricName, Dimensions } of alarms) {
      expect(published).toContain(MetricName);
      expect(Dimensions).toEqual([{ Name: 'InferenceComponentName', Value: 'support-dev-chat' }]);
    }
  },
};
