import { Topic } from 'aws-cdk-lib/aws-sns';
import { EndpointAlarms } from '../../../../constructs/aws/endpoint/alarms';
import { EndpointMetrics } from '../../../../constructs/aws/endpoint/metrics';
import { resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';

function alarms(notify: boolean): readonly Readonly<Record<string, unknown>>[] {
  const stack = testStack();
  new EndpointAlarms(stack, 'Alarms', {
    metrics: new EndpointMetrics({ endpointName: 'support-dev-chat', capacityKind: 'instances' }),
    latencyP99Ms: 4000,
    errorPercent: 2,
    ...(notify ? { topic: new Topic(stack, 'Topic') } : {}),
  });
  return resourcesOf(templateOf(stack), 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
}

test('start after three bad minutes of five, and count missing data as good', () => {
  const common = {
    Dimensions: [
      { Name: 'EndpointName', Value: 'support-dev-chat' },
      { Name: 'VariantName', Value: 'primary' },
    ],
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 5,
    DatapointsToAlarm: 3,
    Period: 60,
    TreatMissingData: 'notBreaching',
  };
  expect(alarms(false)).toEqual([
    expect.objectContaining({ ...common, MetricName: 'ModelLatency', ExtendedStatistic: 'p99', Threshold: 4_000_000 }),
    expect.objectContaining({ ...common, MetricName: 'Invocation5XXErrors', Statistic: 'Average', Threshold: 0.02 }),
  ]);
});

test('notify the topic when they start and end, and no topic without one', () => {
  const topic = [{ Ref: expect.stringContaining('Topic') as unknown }];
  expect(alarms(true).map(({ AlarmActions, OKActions }) => [AlarmActions, OKActions])).toEqual([
    [topic, topic],
    [topic, topic],
  ]);
  expect(alarms(false).map(({ AlarmActions }) => AlarmActions)).toEqual([undefined, undefined]);
});
