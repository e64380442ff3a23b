import { Topic } from 'aws-cdk-lib/aws-sns';
import { FineTuningPipeline } from '../../../../constructs/aws';
import { onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { tuningJobSlice } from '../../../helpers/aws-plan-fixture';
import { codedErrorOf } from '../../../helpers/coded-error';

function tuned(watched: { readonly schedule?: string; readonly told?: boolean }) {
  const stack = testStack();
  const alarmTopic = Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-central-1:111111111111:alarms');
  new FineTuningPipeline(stack, 'Lora', {
    job: tuningJobSlice(),
    artifactBucketName: 'artifacts',
    encryptionKey: testKey(stack),
    ...(watched.told === true ? { alarmTopic } : {}),
    ...(watched.schedule === undefined ? {} : { schedule: { expression: watched.schedule } }),
  });
  return templateOf(stack);
}

test('a pipeline that nobody schedules or watches has neither', () => {
  const template = tuned({});
  expect(resourcesOf(template, 'AWS::Scheduler::Schedule')).toEqual([]);
  expect(resourcesOf(template, 'AWS::CloudWatch::Alarm')).toEqual([]);
});

test('an execution that fails is told, whoever started it', () => {
  const template = tuned({ told: true });
  expect(onlyResource(template, 'AWS::CloudWatch::Alarm').Properties).toMatchObject({
    MetricName: 'ExecutionFailed',
    AlarmActions: ['arn:aws:sns:eu-central-1:111111111111:alarms'],
  });
});

test('a schedule starts the pipeline, after it exists', () => {
  const schedule = onlyResource(tuned({ schedule: 'rate(7 days)' }), 'AWS::Scheduler::Schedule');
  expect(JSON.stringify(schedule.Properties.Target)).toMatch(/:pipeline\//);
  expect(schedule.DependsOn).toContainEqual(expect.stringMatching(/^LoraResource|^Lora[0-9A-F]{8}$/));
});

test('a schedule that Scheduler refuses is refused before', async () => {
  const error = await codedErrorOf(() => tuned({ schedule: 'weekly' }));
  expect(error.message).toMatch(/schedule\.expression/);
});
