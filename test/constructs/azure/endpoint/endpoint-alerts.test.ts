import { ComponentResource } from '@pulumi/pulumi';
import { alertOnEndpoint } from '../../../../constructs/azure/endpoint/endpoint-alerts';
import { ofType, recordProgram } from '../../../helpers/azure-recording';
import { at } from '../../../helpers/json-path';

test('alerts on slow, failed and refused requests, each by a metric of an online endpoint', async () => {
  const recording = await recordProgram(() => {
    const parent = new ComponentResource('example:Endpoint', 'chat');
    const target = {
      resourceName: 'oe-chat',
      resourceId: '/endpoint',
      resourceGroupName: 'rg',
      actionGroupId: '/group',
    };
    alertOnEndpoint('chat', target, { latencyP99Ms: 9000, errorsPerMinute: 1, throttledPerMinute: 5 }, parent);
  });
  const alerts = ofType(recording, 'azure-native:monitor:MetricAlert').map(({ inputs }) => ({
    name: inputs['ruleName'],
    scopes: inputs['scopes'],
    metric: at(inputs, 'criteria', 'allOf', 0, 'metricName'),
    over: at(inputs, 'criteria', 'allOf', 0, 'threshold'),
    counted: at(inputs, 'criteria', 'allOf', 0, 'dimensions', 0, 'values'),
  }));
  expect(alerts).toEqual([
    {
      name: 'oe-chat-errors',
      scopes: ['/endpoint'],
      metric: 'RequestsPerMinute',
      over: 1,
      counted: ['500', '502', '503', '504'],
    },
    { name: 'oe-chat-latency', scopes: ['/endpoint'], metric: 'RequestLatency_P99', over: 9000, counted: undefined },
    { name: 'oe-chat-throttled', scopes: ['/endpoint'], metric: 'RequestsPerMinute', over: 5, counted: ['429'] },
  ]);
});
