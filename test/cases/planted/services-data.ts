import type { PlantedFault } from '../planted';
import type { Written } from './resources';
import { resource, templateOf } from './resources';

const table = (more: Written): ReturnType<typeof templateOf> =>
  templateOf({
    T: resource('DynamoDB::Table', {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      ...more,
    }),
  });
const throughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
const secret = (more: Written): ReturnType<typeof templateOf> =>
  templateOf({ S: resource('SecretsManager::Secret', more) });
const dashboard = (body: string): ReturnType<typeof templateOf> =>
  templateOf({ D: resource('CloudWatch::Dashboard', { DashboardBody: body }) });
const acl = (scope: string): ReturnType<typeof templateOf> =>
  templateOf({
    W: resource('WAFv2::WebACL', {
      Scope: scope,
      DefaultAction: { Allow: {} },
      VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: 'm', SampledRequestsEnabled: true },
    }),
  });
const budget = (more: Written): ReturnType<typeof templateOf> =>
  templateOf({
    B: resource('Budgets::Budget', {
      Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 10, Unit: 'USD' } },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', ComparisonOperator: 'GREATER_THAN', Threshold: 80 }, ...more },
      ],
    }),
  });
const logGroup = (days: number): ReturnType<typeof templateOf> =>
  templateOf({ L: resource('Logs::LogGroup', { RetentionInDays: days }) });
const lifecycle = (text: string): ReturnType<typeof templateOf> =>
  templateOf({ R: resource('ECR::Repository', { LifecyclePolicy: { LifecyclePolicyText: text } }) });
const lifecycleRule = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
      action: { type: 'expire' },
    },
  ],
});
const redrive = (target: unknown): ReturnType<typeof templateOf> =>
  templateOf({
    D: resource('SQS::Queue'),
    Q: resource('SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: target, maxReceiveCount: 3 } }),
  });
const subscription = (protocol: string, endpoint: unknown): ReturnType<typeof templateOf> =>
  templateOf({
    T: resource('SNS::Topic'),
    Q: resource('SQS::Queue'),
    S: resource('SNS::Subscription', { TopicArn: { Ref: 'T' }, Protocol: protocol, Endpoint: endpoint }),
  });
const own = (service: string, name: string): Written => ({
  'Fn::Sub': `arn:aws:${service}:\${AWS::Region}:\${AWS::AccountId}:${name}`,
});

/** Faults of tables, secrets, dashboards, queues and repositories. */
export const dataFaults: readonly PlantedFault[] = [
  {
    id: 'ddb_undef_key',
    fault: 'a key that no attribute defines',
    broken: table({ KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] }),
    valid: table({}),
    reason: /Some index key attributes are not defined in AttributeDefinitions.*pk/,
  },
  {
    id: 'ddb_unused_attribute',
    fault: 'an attribute that no key uses',
    broken: table({
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'age', AttributeType: 'N' },
      ],
    }),
    valid: table({}),
    reason: /Some AttributeDefinitions are not used.*age/,
  },
  {
    id: 'ddb_no_throughput',
    fault: 'a provisioned table without throughput',
    broken: table({ BillingMode: 'PROVISIONED' }),
    valid: table({ BillingMode: 'PROVISIONED', ProvisionedThroughput: throughput }),
    reason: /No provisioned throughput specified for the table/,
  },
  {
    id: 'ddb_throughput_on_demand',
    fault: 'throughput beside on-demand billing',
    broken: table({ ProvisionedThroughput: throughput }),
    valid: table({}),
    reason: /Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST/,
  },
  {
    id: 'secret_both',
    fault: 'a secret with a text and a generated text',
    broken: secret({ SecretString: 'x', GenerateSecretString: {} }),
    valid: secret({ GenerateSecretString: {} }),
    reason: /You can't specify both SecretString and GenerateSecretString/,
  },
  {
    id: 'dashboard_bad_json',
    fault: 'a dashboard that is not JSON',
    broken: dashboard('{"widgets": ['),
    valid: dashboard('{"widgets": []}'),
    reason: /#\/DashboardBody: .*not JSON/,
  },
  {
    id: 'waf_scope_region',
    fault: 'the scope of CloudFront outside us-east-1',
    broken: acl('CLOUDFRONT'),
    valid: acl('REGIONAL'),
    reason: /#\/Scope: The scope is not valid\..*us-east-1/,
  },
  {
    id: 'budget_no_sub',
    fault: 'a notification without subscriber',
    broken: budget({ Subscribers: [] }),
    valid: budget({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'team@example.com' }] }),
    reason: /Subscribers/,
  },
  {
    id: 'log_retention',
    fault: 'a retention of 42 days',
    broken: logGroup(42),
    valid: logGroup(30),
    reason: /RetentionInDays/,
  },
  {
    id: 'ecr_lifecycle',
    fault: 'a lifecycle policy that is not JSON',
    broken: lifecycle(lifecycleRule.slice(0, -1)),
    valid: lifecycle(lifecycleRule),
    reason: /#\/LifecyclePolicy\/LifecyclePolicyText: .*not JSON/,
  },
  {
    id: 'sqs_redrive_absent',
    fault: 'a dead-letter queue that does not exist',
    broken: redrive(own('sqs', 'absent')),
    valid: redrive({ 'Fn::GetAtt': ['D', 'Arn'] }),
    reason: /#\/RedrivePolicy\/deadLetterTargetArn: .*Dead letter target does not exist/,
  },
  {
    id: 'sns_endpoint_form',
    fault: 'a queue subscribed by its URL',
    broken: subscription('sqs', { Ref: 'Q' }),
    valid: subscription('sqs', { 'Fn::GetAtt': ['Q', 'Arn'] }),
    reason: /#\/Endpoint: Invalid parameter: .*SQS endpoint ARN/,
  },
];
