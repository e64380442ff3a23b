import { Topic } from 'aws-cdk-lib/aws-sns';
import { EndpointAlarms } from '../../../../constructs/aws/endpoint/alarms';
import { EndpointMetrics } from '../../../../constructs/aws/endpoint/metrics';
import { resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';

interface Wanted {
  readonly capacityKind?: 'instances' | 'copies';
  readonly notify?: boolean;
  readonly guardsRollout?: boolean;
}

function alarms({ capacityKind = 'instances', notify = false, guardsRollout = true }: Wanted = {}) {
  const stack = testStack();
  const created = new EndpointAlarms(stack, 'Alarms', {
    metrics: new EndpointMetrics({ endpointName: 'support-dev-chat', capacityKind }),
    latencyP99Ms: 4000,
    errorPercent: 2,
    guardsRollout,
    ...(notify ? { topic: new Topic(stack, 'Topic') } : {}),
  });
  const resources = resourcesOf(templateOf(stack), 'AWS::CloudWatch::Alarm');
  const rollback: unknown = stack.resolve(created.rollbackAlarmNames);
  return { rollback, ids: resources.map(([id]) => id), all: resources.map(([, { Properties }]) => Properties) };
}

const topic = [{ Ref: expect.stringContaining('Topic') as unknown }];

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
  expect(alarms().all).toEqual([
    expect.objectContaining({ ...common, MetricName: 'ModelLatency', ExtendedStatistic: 'p99', Threshold: 4_000_000 }),
    expect.objectContaining({ ...common, MetricName: 'Invocation5XXErrors', Statistic: 'Average', Threshold: 0.02 }),
  ]);
});

test('notify the topic when they start and end, and no topic without one', () => {
  expect(alarms({ notify: true }).all.map(({ AlarmActions, OKActions }) => [AlarmActions, OKActions])).toEqual([
    [topic, topic],
    [topic, topic],
  ]);
  expect(alarms().all.map(({ AlarmActions }) => AlarmActions)).toEqual([undefined, undefined]);
});

test.each([
  ['instances', true, true, ['Latency', 'Errors'], ['Latency', 'Errors']],
  ['instances', false, false, ['Latency', 'Errors'], []],
  ['copies', false, true, ['Latency', 'Errors'], ['Latency', 'Errors']],
  ['copies', true, false, ['Latency', 'Errors'], []],
  // Whether a rollback reads metric math is not documented.
  ['copies', true, true, ['Latency', 'Errors', 'RolloutErrors'], ['Latency', 'RolloutErrors']],
] as const)(
  '%s, notified %s, guarded %s: alarms %j, of which %j roll back',
  (capacityKind, notify, guardsRollout, all, guards) => {
    const created = alarms({ capacityKind, notify, guardsRollout });
    expect(created.ids.map((id) => id.replace(/^Alarms|[0-9A-F]{8}$/g, ''))).toEqual(all);
    expect(created.rollback).toEqual(guards.map((id) => ({ Ref: expect.stringContaining(`Alarms${id}`) as unknown })));
  },
);

test('a request that wakes an empty endpoint is no incident', () => {
  const [, errors, guard] = alarms({ capacityKind: 'copies', notify: true }).all;
  const copies = { Dimensions: [{ Name: 'InferenceComponentName', Value: 'support-dev-chat' }] };
  expect(errors).toMatchObject({ AlarmActions: topic, Threshold: 0.02 });
  expect(errors?.['Metrics']).toEqual([
    expect.objectContaining({ Expression: 'IF(errors > empty, errors, 0)' }),
    expect.objectContaining({
      Id: 'errors',
      ReturnData: false,
      MetricStat: expect.objectContaining({
        Metric: { Namespace: 'AWS/SageMaker', MetricName: 'Invocation5XXErrors', ...copies },
        Period: 60,
      }) as unknown,
    }),
    expect.objectContaining({
      Id: 'empty',
      MetricStat: expect.objectContaining({
        Metric: { Namespace: 'AWS/SageMaker', MetricName: 'NoCapacityInvocationFailures', ...copies },
        Period: 60,
      }) as unknown,
    }),
  ]);
  expect(guard).toMatchObject({ MetricName: 'Invocation5XXErrors', Threshold: 0.02 });
  expect(guard?.['AlarmActions']).toBeUndefined();
});
