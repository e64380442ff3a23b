import { Topic } from 'aws-cdk-lib/aws-sns';
import { BedrockKnowledgeBase } from '../../../../constructs/aws';
import { at, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

function ingested(ingestion?: { readonly expression: string; readonly logRetentionDays?: number }) {
  const stack = testStack();
  const alarmTopic = Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-central-1:111111111111:alarms');
  const { expression, ...others } = ingestion ?? { expression: '' };
  const base = new BedrockKnowledgeBase(stack, 'Handbook', {
    embeddingModelId: 'amazon.titan-embed-text-v2:0',
    documents: { bucketName: 'documents' },
    encryptionKey: testKey(stack),
    ...(ingestion === undefined ? {} : { ingestion: { schedule: { expression }, alarmTopic, ...others } }),
  });
  return { template: templateOf(stack), base };
}

const { template, base } = ingested({ expression: 'rate(6 hours)', logRetentionDays: 30 });

test('without ingestion nothing of it is created', () => {
  const without = ingested();
  expect(without.base.ingestionLog).toBeUndefined();
  for (const type of ['AWS::Scheduler::Schedule', 'AWS::Logs::LogGroup', 'AWS::CloudWatch::Alarm']) {
    expect(resourcesOf(without.template, type)).toEqual([]);
  }
});

test('Scheduler calls Bedrock itself, with the ids of this base', () => {
  const target = at(onlyResource(template, 'AWS::Scheduler::Schedule').Properties, 'Target');
  expect(at(target, 'Arn')).toBe('arn:aws:scheduler:::aws-sdk:bedrockagent:startIngestionJob');
  expect(JSON.stringify(at(target, 'Input'))).toMatch(/KnowledgeBaseId.*Handbook.*DataSourceId.*Handbook/);
});

test('the log of ingestions is delivered to an encrypted group, which the service may write', () => {
  expect(onlyResource(template, 'AWS::Logs::LogGroup').Properties).toMatchObject({ RetentionInDays: 30 });
  const source = onlyResource(template, 'AWS::Logs::DeliverySource').Properties;
  expect(source).toMatchObject({
    LogType: 'APPLICATION_LOGS',
    ResourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^Handbook/), 'KnowledgeBaseArn'] },
  });
  expect(resourcesOf(template, 'AWS::Logs::Delivery')).toHaveLength(1);
});

test('the policy that lets the service write belongs to the group: an account has ten others', () => {
  const { ResourcePolicyDocument: policy } = onlyResource(template, 'AWS::Logs::LogGroup').Properties;
  expect(JSON.stringify(policy)).toMatch(/delivery\.logs\.amazonaws\.com.*log-group:\/aws\/vendedlogs\//);
  expect(resourcesOf(template, 'AWS::Logs::ResourcePolicy')).toEqual([]);
});

test('a job that fails and a job with documents that fail are counted for this base, and raise the alarm', () => {
  const filter = onlyResource(template, 'AWS::Logs::MetricFilter').Properties;
  expect(filter.FilterPattern).toMatch(/ingestion_job_status = "FAILED"/);
  expect(filter.FilterPattern).toMatch(/number_of_resources_failed > 0/);
  const [, alarm] =
    resourcesOf(template, 'AWS::CloudWatch::Alarm').find(([, { Properties }]) => Properties.MetricName === 'Failed') ??
    [];
  expect(alarm?.Properties).toMatchObject({
    Namespace: at(filter, 'MetricTransformations', 0, 'MetricNamespace'),
    Dimensions: [{ Name: 'KnowledgeBase', Value: { 'Fn::GetAtt': [expect.anything(), 'KnowledgeBaseArn'] } }],
    AlarmActions: ['arn:aws:sns:eu-central-1:111111111111:alarms'],
  });
  expect(base.ingestionLog?.failures.metricName).toBe('Failed');
});

test('a schedule that no service reads and a retention that CloudWatch has not are named together', async () => {
  const error = await codedErrorOf(() => ingested({ expression: 'cron(0 3 * * *)', logRetentionDays: 31 }));
  expect(error.code).toBe('InvalidProps');
  expect(error.message).toMatch(/ingestion\.schedule\.expression/);
  expect(error.message).toMatch(/ingestion\.logRetentionDays/);
});
