import type { PlantedFault } from '../planted';
import type { Written } from './resources';
import { functionWith, resource, templateOf } from './resources';

const mapping = (visibility: number): ReturnType<typeof templateOf> =>
  templateOf({
    ...functionWith({ Timeout: 60 }),
    Q: resource('SQS::Queue', { VisibilityTimeout: visibility }),
    M: resource('Lambda::EventSourceMapping', {
      FunctionName: { Ref: 'F' },
      EventSourceArn: { 'Fn::GetAtt': ['Q', 'Arn'] },
    }),
  });
const alarm = (more: Written): ReturnType<typeof templateOf> =>
  templateOf({
    A: resource('CloudWatch::Alarm', {
      Namespace: 'Planted',
      MetricName: 'm',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      ...more,
    }),
  });
const bucket = (more: Written): ReturnType<typeof templateOf> => templateOf({ B: resource('S3::Bucket', more) });
const lifecycle = (rule: Written): Written => ({
  LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Prefix: 'a/', ...rule }] },
});
const key = (more: Written): ReturnType<typeof templateOf> => templateOf({ K: resource('KMS::Key', more) });

/** Faults between two properties or resources. */
export const relationFaults: readonly PlantedFault[] = [
  {
    id: 'esm_visibility',
    fault: 'a queue that shows a message again while the function still works on it',
    broken: mapping(30),
    valid: mapping(60),
    reason: /Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds/,
  },
  {
    id: 'alarm_period',
    fault: 'a period of 90 seconds',
    broken: alarm({ Period: 90 }),
    valid: alarm({ Period: 120 }),
    reason: /#\/Period: Period must be 10, 20, 30 or a multiple of 60/,
  },
  {
    id: 'alarm_points',
    fault: 'four points of three periods',
    broken: alarm({ DatapointsToAlarm: 4 }),
    valid: alarm({ DatapointsToAlarm: 3 }),
    reason: /#\/DatapointsToAlarm: DatapointsToAlarm 4 is more than EvaluationPeriods 3/,
  },
  {
    id: 's3_lifecycle_no_action',
    fault: 'a lifecycle rule that does nothing',
    broken: bucket(lifecycle({})),
    valid: bucket(lifecycle({ ExpirationInDays: 1 })),
    reason: /At least one action needs to be specified in a rule/,
  },
  {
    id: 'kms_key_usage',
    fault: 'a symmetric key that signs',
    broken: key({ KeyUsage: 'SIGN_VERIFY' }),
    valid: key({ KeyUsage: 'SIGN_VERIFY', KeySpec: 'RSA_2048' }),
    reason: /#\/KeyUsage: KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT/,
  },
];
