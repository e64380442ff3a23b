import { Topic } from 'aws-cdk-lib/aws-sns';
import { ScheduledStart } from '../../../../constructs/aws/schedule/scheduled-start';
import { at, onlyResource, templateOf, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

const targetArn = 'arn:aws:sagemaker:eu-central-1:111111111111:pipeline/lora';
const work = {
  label: 'tuning',
  targetArn,
  action: 'sagemaker:StartPipelineExecution',
  resourceArn: targetArn,
};

function started(told: boolean) {
  const stack = testStack();
  new ScheduledStart(stack, 'Start', {
    schedule: { expression: 'cron(0 3 * * ? *)', timeZone: 'Europe/Berlin' },
    work,
    ...(told ? { alarmTopic: Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-central-1:111111111111:alarms') } : {}),
  });
  return templateOf(stack);
}

const template = started(true);

test('starts at the time of the zone, and tries for an hour', () => {
  expect(onlyResource(template, 'AWS::Scheduler::Schedule').Properties).toMatchObject({
    ScheduleExpression: 'cron(0 3 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: targetArn, RetryPolicy: { MaximumEventAgeInSeconds: 3600 } },
  });
});

test('the role may start the one thing, for the schedules of its own group only', () => {
  const [trust, start] = statementsOf(template);
  expect(trust).toMatchObject({ actions: ['sts:AssumeRole'], services: ['scheduler.amazonaws.com'] });
  expect(JSON.stringify(trust?.condition)).toMatch(/"aws:SourceArn":\{"Fn::GetAtt":\["StartGroup[0-9A-F]*","Arn"\]\}/);
  expect(start).toMatchObject({ actions: [work.action], resources: [targetArn] });
  expect(statementsOf(template)).toHaveLength(2);
  // The service asks for the right when it creates the schedule.
  expect(onlyResource(template, 'AWS::Scheduler::Schedule').DependsOn).toContainEqual(expect.stringMatching(/Policy/));
});

test('an alarm is raised when a start is given up, and told where there is a topic', () => {
  const alarm = onlyResource(template, 'AWS::CloudWatch::Alarm').Properties;
  expect(alarm).toMatchObject({ Namespace: 'AWS/Scheduler', MetricName: 'InvocationDroppedCount' });
  expect(at(alarm, 'Dimensions', 0, 'Name')).toBe('ScheduleGroup');
  expect(alarm.AlarmActions).toEqual(['arn:aws:sns:eu-central-1:111111111111:alarms']);
  expect(onlyResource(started(false), 'AWS::CloudWatch::Alarm').Properties).not.toHaveProperty('AlarmActions');
});
