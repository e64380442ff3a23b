import type { Constraint } from '../../../../lib/constraints/constraint';
import type { JsonObject } from '../../../../lib/constraints/json';
import { serviceConstraints } from '../../../../lib/constraints/services';
import { budgetSubscribers } from '../../../../lib/constraints/services/budget';
import { buildProject } from '../../../../lib/constraints/services/build-project';
import { cronProblem } from '../../../../lib/constraints/services/cron';
import { distribution } from '../../../../lib/constraints/services/distribution';
import { dynamodbTable } from '../../../../lib/constraints/services/dynamodb-table';
import { eventsRule } from '../../../../lib/constraints/services/events-rule';
import { pipeline } from '../../../../lib/constraints/services/pipeline';
import { redrive } from '../../../../lib/constraints/services/redrive';
import { restDeployment } from '../../../../lib/constraints/services/rest-deployment';
import { scheduleExpression } from '../../../../lib/constraints/services/schedule-expression';
import { secret } from '../../../../lib/constraints/services/secret';
import { subscription } from '../../../../lib/constraints/services/subscription';
import { taskDefinition } from '../../../../lib/constraints/services/task-definition';
import { breaches, breachesOf, cloud, known, template } from '../llm/around';

const text = (expected: RegExp | undefined) =>
  expected === undefined ? [] : [expect.stringMatching(expected) as string];

/** One row a case: properties, and what is wrong with them. */
function table(rule: Constraint, rows: readonly (readonly [JsonObject, RegExp | undefined])[]): void {
  test.each(
    rows.map(([properties, expected]) => [JSON.stringify(properties).slice(0, 120), properties, expected] as const),
  )(`${rule.id} %s`, (_name, properties, expected) => {
    expect(breaches(rule, properties)).toEqual(text(expected));
  });
}

test('every rule has an id of its own and a dated source', () => {
  const ids = serviceConstraints.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { source } of serviceConstraints) {
    expect(source.url).toMatch(/^https:/);
    expect(source.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

test.each<[string, RegExp | undefined]>([
  ['0 12 * * ? *', undefined],
  ['0/5 8-17 ? * MON-FRI *', undefined],
  ['15 10 ? * 6L 2024-2030', undefined],
  ['0 9 ? * 2#1 *', undefined],
  ['0 9 L * ? *', undefined],
  ['0 9 3W JAN,jul ? *', undefined],
  ['0 9 L-3 * ? *', undefined],
  ['0 12 * * ?', /5 fields, expected 6/],
  ['60 12 * * ? *', /minutes of the cron is '60'/],
  ['0 24 * * ? *', /hours of the cron is '24'/],
  ['0 12 0 * ? *', /day-of-month of the cron is '0'/],
  ['0 12 1 13 ? *', /month of the cron is '13'/],
  ['0 12 ? * 8 *', /day-of-week of the cron is '8'/],
  ['0 12 1 * ? 1969', /year of the cron is '1969'/],
  ['*/0 12 * * ? *', /minutes/],
  ['0 12 * * * *', /expected '\?' as day-of-month or day-of-week/],
])('the cron %s', (inner, expected) => {
  expect(cronProblem(inner)?.[0] ?? '').toMatch(expected ?? /^$/);
});

test.each<[string, string, RegExp | undefined]>([
  ['AWS::Events::Rule', 'rate(5 minutes)', undefined],
  ['AWS::Events::Rule', 'rate(1 hour)', undefined],
  ['AWS::Events::Rule', 'rate(1 hours)', /expected rate\(1 hour\)$/],
  ['AWS::Events::Rule', 'rate(5 hour)', /expected rate\(5 hours\)$/],
  ['AWS::Events::Rule', 'rate(0 hours)', /expected a positive number/],
  ['AWS::Events::Rule', 'rate(5 weeks)', /minutes, hours or days/],
  ['AWS::Events::Rule', 'at(2030-01-01T00:00:00)', /expected a form such as rate/],
  ['AWS::Events::Rule', '5 minutes', /expected a form such as rate/],
  ['AWS::Scheduler::Schedule', 'rate(1 hours)', undefined],
  ['AWS::Scheduler::Schedule', 'at(2030-01-01T00:00:00)', undefined],
  [
    'AWS::Scheduler::Schedule',
    'at(2030-01-01)',
    /^#\/ScheduleExpression: Invalid Schedule Expression at\(2030-01-01\)\./,
  ],
])('%s %s', (type, ScheduleExpression, expected) => {
  expect(breachesOf(scheduleExpression, type, { ScheduleExpression })).toEqual(text(expected));
});

test('a scheduled action of a scalable target', () => {
  const properties = { ScheduledActions: [{ Schedule: 'cron(0 8 * * ? *)' }, { Schedule: 'cron(0 8 * * *)' }] };
  expect(breachesOf(scheduleExpression, 'AWS::ApplicationAutoScaling::ScalableTarget', properties)).toEqual(
    text(/^#\/ScheduledActions\/1\/Schedule: Invalid schedule: cron\(0 8 \* \* \*\)\./),
  );
});

table(eventsRule, [
  [{ EventPattern: {} }, undefined],
  [{ ScheduleExpression: 'rate(1 hour)' }, undefined],
  [{ ScheduleExpression: 'rate(1 hour)', EventBusName: 'default' }, undefined],
  [{}, /^#: Parameter\(s\) EventPattern or ScheduleExpression/],
  [{ ScheduleExpression: 'rate(1 hour)', EventBusName: 'mine' }, /only on the default event bus/],
  [{ EventPattern: {}, Targets: [{ Id: 'a', Arn: 'arn:aws:sqs:eu-central-1:111111111111:q' }] }, undefined],
  [
    {
      EventPattern: {},
      Targets: [
        { Id: 'a', Arn: 'x' },
        { Id: 'a', Arn: 'y' },
      ],
    },
    /^#\/Targets\/1\/Id: /,
  ],
  [
    { EventPattern: {}, Targets: [{ Id: 'a', Arn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:m' }] },
    /^#\/Targets\/0: RoleArn is required for target/,
  ],
]);

const keyed = (names: readonly string[], more: JsonObject = {}): JsonObject => ({
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  ...more,
});
const index = (more: JsonObject = {}): JsonObject => ({
  GlobalSecondaryIndexes: [{ IndexName: 'i', KeySchema: [{ AttributeName: 'age', KeyType: 'HASH' }], ...more }],
});
const units = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
table(dynamodbTable, [
  [keyed(['id']), undefined],
  [keyed(['id', 'age'], index()), undefined],
  [{ ...keyed(['id']), AttributeDefinitions: { Ref: 'A' } }, undefined],
  [keyed(['id'], { BillingMode: { Ref: 'Mode' } }), undefined],
  [keyed(['id'], { BillingMode: 'PROVISIONED', ProvisionedThroughput: units }), undefined],
  [keyed([]), /^#\/KeySchema: .*not defined in AttributeDefinitions\. Keys: \[id\]/],
  [keyed(['id'], index()), /Keys: \[age\]/],
  [keyed(['id', 'age']), /^#\/AttributeDefinitions: .*Not used: age$/],
  [keyed(['id'], { BillingMode: 'PROVISIONED' }), /^#: .*No provisioned throughput specified for the table$/],
  [keyed(['id'], { ProvisionedThroughput: units }), /^#\/ProvisionedThroughput: .*PAY_PER_REQUEST$/],
  [
    keyed(['id', 'age'], { ...index(), BillingMode: 'PROVISIONED', ProvisionedThroughput: units }),
    /^#\/GlobalSecondaryIndexes\/0: .*for the global secondary index$/,
  ],
]);

table(secret, [
  [{ SecretString: 'x' }, undefined],
  [{ GenerateSecretString: {} }, undefined],
  [{ GenerateSecretString: { SecretStringTemplate: '{}', GenerateStringKey: 'p' } }, undefined],
  [{ SecretString: 'x', GenerateSecretString: {} }, /can't specify both/],
  [{ GenerateSecretString: { SecretStringTemplate: '{}' } }, /GenerateStringKey is missing$/],
]);

const budget = (...subscribers: readonly JsonObject[]): JsonObject => ({
  NotificationsWithSubscribers: [{ Subscribers: subscribers }],
});
const mail = (Address: string): JsonObject => ({ SubscriptionType: 'EMAIL', Address });
table(budgetSubscribers, [
  [budget(mail('a@example.com')), undefined],
  [budget(), /has 0 elements, expected 1 to 11/],
  [budget(...Array.from({ length: 11 }, (_unused, one) => mail(`a${one}@example.com`))), /has 11 of type EMAIL/],
  [budget(mail('nobody')), /Subscribers\/0\/Address: .*'nobody', expected an e-mail address$/],
  [budget({ SubscriptionType: 'SNS', Address: 'topic' }), /expected the ARN of a topic$/],
]);

const sub = (Protocol: string, Endpoint: string, TopicArn = 'arn:aws:sns:eu-central-1:111111111111:t'): JsonObject => ({
  Protocol,
  Endpoint,
  TopicArn,
});
table(subscription, [
  [sub('sqs', 'arn:aws:sqs:eu-central-1:111111111111:q'), undefined],
  [
    sub('sqs', 'arn:aws:sqs:eu-central-1:111111111111:q.fifo', 'arn:aws:sns:eu-central-1:111111111111:t.fifo'),
    undefined,
  ],
  [sub('https', 'https://example.com'), undefined],
  [sub('email', 'a@example.com'), undefined],
  [sub('application', 'anything'), undefined],
  [sub('constructor', 'anything'), undefined],
  [sub('sqs', 'https://sqs.example.com/q'), /Invalid parameter: SQS endpoint ARN/],
  [sub('sqs', 'arn:aws:sqs:eu-central-1:111111111111:q.fifo'), /can not be subscribed to standard SNS topics/],
  [sub('https', 'http://example.com'), /must match the specified protocol/],
  [sub('email', 'nobody'), /Email address/],
  [sub('lambda', 'f'), /Lambda endpoint ARN/],
]);

test('Ref of a queue or function is no ARN', () => {
  const around = template(known('AWS::SQS::Queue', 'Q'), known('AWS::Lambda::Function', 'F'));
  const endpoint = (Protocol: string, Endpoint: JsonObject) => breaches(subscription, { Protocol, Endpoint }, around);
  expect(endpoint('sqs', { Ref: 'Q' })).toEqual(text(/SQS endpoint ARN\. The endpoint is '\{"Ref":"Q"\}'/));
  expect(endpoint('lambda', { Ref: 'F' })).toEqual(text(/Lambda endpoint ARN/));
  expect(endpoint('sqs', { 'Fn::GetAtt': ['Q', 'Arn'] })).toEqual([]);
  expect(endpoint('sqs', { Ref: 'Parameter' })).toEqual([]);
});

describe('a redrive policy', () => {
  const standard = known('AWS::SQS::Queue', 'D', {}, 'arn:d');
  const fifo = known('AWS::SQS::Queue', 'F', { FifoQueue: true }, 'arn:f');
  test.each<[JsonObject, RegExp | undefined]>([
    [{ RedrivePolicy: { deadLetterTargetArn: 'arn:d', maxReceiveCount: 1 } }, undefined],
    [{ FifoQueue: true, RedrivePolicy: { deadLetterTargetArn: 'arn:f', maxReceiveCount: 1 } }, undefined],
    [{ RedrivePolicy: { deadLetterTargetArn: { Ref: 'X' }, maxReceiveCount: 1 } }, undefined],
    [{}, undefined],
    [{ RedrivePolicy: { deadLetterTargetArn: 'arn:d' } }, /mandatory attribute: maxReceiveCount/],
    [{ RedrivePolicy: { deadLetterTargetArn: 'arn:f', maxReceiveCount: 1 } }, /must be same type of queue/],
    [{ FifoQueue: true, RedrivePolicy: { deadLetterTargetArn: 'arn:d', maxReceiveCount: 1 } }, /must be same type/],
  ])('%j', (properties, expected) => {
    expect(breaches(redrive, properties, cloud([standard, fifo]))).toEqual(text(expected));
  });
});

const action = (Name: string, Category: string, inputs: readonly string[] = [], outputs: readonly string[] = []) => ({
  Name,
  ActionTypeId: { Category },
  InputArtifacts: inputs.map((name) => ({ Name: name })),
  OutputArtifacts: outputs.map((name) => ({ Name: name })),
});
const stages = (...all: readonly (readonly [string, ...JsonObject[]])[]): JsonObject => ({
  Stages: all.map(([Name, ...Actions]) => ({ Name, Actions })),
});
const source = action('S', 'Source', [], ['code']);
table(pipeline, [
  [stages(['A', source], ['B', action('B', 'Build', ['code'])]), undefined],
  [{ Stages: { Ref: 'S' } }, undefined],
  [stages(['A', source], ['B', action('B', 'Build', ['code'], ['bin']), action('T', 'Test', ['bin'])]), undefined],
  [stages(['A', source]), /has only 1 stage/],
  [
    stages(['A', action('M', 'Approval')], ['B', action('B', 'Approval')]),
    /^#\/Stages\/0\/.*only contains source actions/,
  ],
  [stages(['A', source], ['B', action('T', 'Source')]), /Only the first stage of a pipeline has source actions/],
  [stages(['A', source], ['A', action('M', 'Approval')]), /^#\/Stages\/1\/Name: /],
  [
    stages(['A', source], ['B', action('B', 'Build', ['none'])]),
    /InputArtifacts\/0: .*'none', which no earlier action/,
  ],
]);

const build = (Source: JsonObject, artifacts: string): JsonObject => ({ Source, Artifacts: { Type: artifacts } });
table(buildProject, [
  [build({ Type: 'CODEPIPELINE' }, 'CODEPIPELINE'), undefined],
  [build({ Type: 'NO_SOURCE', BuildSpec: 'x' }, 'NO_ARTIFACTS'), undefined],
  [build({ Type: 'GITHUB', Location: 'x' }, 'NO_ARTIFACTS'), undefined],
  [build({ Type: 'CODEPIPELINE' }, 'S3'), /^#\/Artifacts\/Type: .*for both or neither$/],
  [build({ Type: 'GITHUB' }, 'NO_ARTIFACTS'), /location must be specified/],
  [build({ Type: 'NO_SOURCE' }, 'NO_ARTIFACTS'), /build specification must be specified/],
]);

const fargate = (more: JsonObject): JsonObject => ({
  RequiresCompatibilities: ['FARGATE'],
  NetworkMode: 'awsvpc',
  ...more,
});
table(taskDefinition, [
  [fargate({ Cpu: '256', Memory: '512' }), undefined],
  [fargate({ Cpu: 4096, Memory: 30_720 }), undefined],
  [fargate({ Cpu: '3000', Memory: '512' }), undefined],
  [fargate({ Cpu: '1 vCPU', Memory: '2 GB' }), undefined],
  [fargate({ NetworkMode: { Ref: 'N' } }), undefined],
  [{ NetworkMode: 'bridge', Cpu: '256', Memory: '300' }, undefined],
  [fargate({ Cpu: '256', Memory: '4096' }), /No Fargate configuration exists for given values: 256 CPU, 4096 memory/],
  [fargate({ NetworkMode: 'bridge' }), /only supports network mode 'awsvpc'/],
  [{ RequiresCompatibilities: ['FARGATE'] }, /bridge, the default$/],
  [{ ContainerDefinitions: [{ Name: 'a' }, { Name: 'a' }] }, /^#\/ContainerDefinitions\/1\/Name: /],
]);

const origins = (target: string, more: JsonObject = {}): JsonObject => ({
  DistributionConfig: { Origins: [{ Id: 'o' }], DefaultCacheBehavior: { TargetOriginId: target }, ...more },
});
const certificate = (region: string): JsonObject => ({
  ViewerCertificate: { AcmCertificateArn: `arn:aws:acm:${region}:111111111111:certificate/c` },
});
table(distribution, [
  [origins('o'), undefined],
  [origins('g', { OriginGroups: { Items: [{ Id: 'g' }] } }), undefined],
  [origins('x', { Origins: { Ref: 'O' } }), undefined],
  [origins('o', certificate('us-east-1')), undefined],
  [origins('x'), /^#\/DistributionConfig\/DefaultCacheBehavior\/TargetOriginId: .*'x', expected o$/],
  [origins('o', { CacheBehaviors: [{ TargetOriginId: 'y' }] }), /CacheBehaviors\/0\/TargetOriginId: .*'y'/],
  [origins('o', certificate('eu-central-1')), /isn't in us-east-1 region.*eu-central-1$/],
]);

test('a deployment of an API comes after a method, where everything is known', () => {
  const api = (properties: JsonObject = {}) => known('AWS::ApiGateway::RestApi', 'Api', properties, 'api1');
  const method = known('AWS::ApiGateway::Method', 'M', { RestApiId: 'api1' });
  const check = (around: ReturnType<typeof cloud>) => breaches(restDeployment, { RestApiId: 'api1' }, around);
  expect(check(cloud([api()]))).toEqual(text(/^#\/RestApiId: The REST API doesn't contain any methods/));
  expect(check(cloud([api(), method]))).toEqual([]);
  expect(check(cloud([api({ Body: {} })]))).toEqual([]);
  expect(check(template(api()))).toEqual([]);
});
