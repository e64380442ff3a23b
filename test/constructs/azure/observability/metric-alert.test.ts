import { ComponentResource } from '@pulumi/pulumi';
import { alertOn } from '../../../../constructs/azure/observability/metric-alert';
import { inputsOf, ofType, recordProgram } from '../../../helpers/azure-recording';

const target = {
  resourceName: 'srch',
  resourceId: '/searchServices/srch',
  resourceGroupName: 'rg',
  actionGroupId: '/actionGroups/owner',
};
const slow = {
  alert: 'slow',
  description: 'Queries are slow',
  metricNamespace: 'Microsoft.Search/searchServices',
  metricName: 'SearchLatency',
  operator: 'GreaterThan',
  threshold: 2,
} as const;

function recordAlerts(...conditions: Parameters<typeof alertOn>[2]) {
  return recordProgram(() => {
    alertOn('search', target, conditions, new ComponentResource('example:azure:Search', 'search'));
  });
}

test('tells the action group after five minutes, and resolves by itself', async () => {
  expect(inputsOf(await recordAlerts(slow), 'monitor:MetricAlert')).toMatchObject({
    ruleName: 'srch-slow',
    location: 'global',
    enabled: true,
    autoMitigate: true,
    evaluationFrequency: 'PT1M',
    windowSize: 'PT5M',
    scopes: ['/searchServices/srch'],
    actions: [{ actionGroupId: '/actionGroups/owner' }],
    criteria: { allOf: [{ metricName: 'SearchLatency', threshold: 2, timeAggregation: 'Average', dimensions: [] }] },
  });
});

test('counts the values of a dimension only where they are given, one alert per condition', async () => {
  const counted = { ...slow, alert: 'counted', dimension: { name: 'statusCode', values: ['429'] } };
  const alerts = ofType(await recordAlerts(slow, counted), 'azure-native:monitor:MetricAlert');
  expect(alerts.map(({ name }) => name)).toEqual(['search-alert-counted', 'search-alert-slow']);
  expect(alerts[0]?.inputs).toMatchObject({
    criteria: { allOf: [{ dimensions: [{ name: 'statusCode', operator: 'Include', values: ['429'] }] }] },
  });
});
