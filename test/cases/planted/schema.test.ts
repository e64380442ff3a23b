import type { JsonObject } from '../../../lib/constraints/json';
import type { TestTemplate } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';
import { testPlanted } from '../planted';

const role: TestTemplate['Resources'] = {
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
    },
  },
};

const one = (type: string, properties: JsonObject, others: TestTemplate['Resources'] = {}): TestTemplate => ({
  Resources: { ...others, Subject: { Type: type, Properties: properties } },
});

const worker = (properties: JsonObject): TestTemplate =>
  one(
    'AWS::Lambda::Function',
    {
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: 'exports.handler = async () => 1;' },
      ...properties,
    },
    role,
  );
const rule = (properties: JsonObject) => one('AWS::Events::Rule', properties);
const queue = (properties: JsonObject) => one('AWS::SQS::Queue', properties);
const guardrail = (properties: JsonObject) =>
  one('AWS::Bedrock::Guardrail', {
    Name: 'house-rules',
    BlockedInputMessaging: 'No.',
    BlockedOutputsMessaging: 'No.',
    WordPolicyConfig: { ManagedWordListsConfig: [{ Type: 'PROFANITY' }] },
    ...properties,
  });
const alarm = (properties: JsonObject) =>
  one('AWS::CloudWatch::Alarm', { ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, ...properties });
const metric = { Namespace: 'Chat', MetricName: 'Errors', Period: 60, Threshold: 1 };
const vectors = (properties: JsonObject) =>
  one(
    'AWS::S3Vectors::Index',
    {
      VectorBucketName: 'handbook-vectors',
      IndexName: 'handbook',
      DataType: 'float32',
      Dimension: 1024,
      DistanceMetric: 'cosine',
      ...properties,
    },
    { Vectors: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: 'handbook-vectors' } } },
  );

/** Faults that the published schema of a type forbids. */
export const schemaFaults: readonly PlantedFault[] = [
  {
    id: 'pattern_role_arn',
    fault: 'a role name where the schema wants an ARN',
    broken: worker({ Role: 'worker-role' }),
    valid: worker({}),
    reason: /#\/Role: failed validation constraint for keyword \[pattern\] \(given worker-role, expected \^arn:/,
  },
  {
    id: 'range_timeout',
    fault: 'a function that may run longer than 15 minutes',
    broken: worker({ Timeout: 901 }),
    valid: worker({ Timeout: 900 }),
    reason: /#\/Timeout: failed validation constraint for keyword \[maximum\] \(given 901, expected at most 900\)/,
  },
  {
    id: 'range_visibility',
    fault: 'messages that are hidden for more than 12 hours',
    broken: queue({ VisibilityTimeout: 43201 }),
    valid: queue({ VisibilityTimeout: 43200 }),
    reason: /#\/VisibilityTimeout: failed validation constraint for keyword \[maximum\]/,
  },
  {
    id: 'max_length_desc',
    fault: 'a description of more than 256 characters',
    broken: worker({ Description: 'x'.repeat(257) }),
    valid: worker({ Description: 'x'.repeat(256) }),
    reason: /#\/Description: expected maxLength: 256, actual: 257/,
  },
  {
    id: 'min_length_message',
    fault: 'a guardrail that says nothing',
    broken: guardrail({ BlockedInputMessaging: '' }),
    valid: guardrail({}),
    reason: /#\/BlockedInputMessaging: expected minLength: 1, actual: 0/,
  },
  {
    id: 'min_items_words',
    fault: 'a word policy without words',
    broken: guardrail({ WordPolicyConfig: { WordsConfig: [] } }),
    valid: guardrail({ Name: 'no-rivals', WordPolicyConfig: { WordsConfig: [{ Text: 'rival' }] } }),
    reason: /#\/WordPolicyConfig\/WordsConfig: expected minimum item count: 1, found: 0/,
  },
  {
    id: 'max_items_layers',
    fault: 'more subnets than a function may have',
    broken: worker({
      VpcConfig: { SubnetIds: Array.from({ length: 17 }, (_, n) => `subnet-00${n}`), SecurityGroupIds: [] },
    }),
    valid: worker({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }),
    reason: /#\/VpcConfig\/SubnetIds: expected maximum item count: 16, found: 17/,
  },
  {
    id: 'oneof_event_rule',
    fault: 'a rule with neither pattern nor schedule',
    broken: rule({ State: 'ENABLED' }),
    valid: rule({ State: 'ENABLED', ScheduleExpression: 'rate(5 minutes)' }),
    reason: /#: expected at least one of \[EventPattern, ScheduleExpression\], found: 0/,
  },
  {
    id: 'dependent_metric',
    fault: 'an alarm with a statistic and an extended statistic',
    broken: alarm({ ...metric, Statistic: 'Sum', ExtendedStatistic: 'p99' }),
    valid: alarm({ ...metric, Statistic: 'Sum' }),
    reason: /#: property \[Statistic\] is not permitted beside \[ExtendedStatistic\]/,
  },
  {
    id: 'range_dimension',
    fault: 'vectors of more than 4,096 dimensions',
    broken: vectors({ Dimension: 4097 }),
    valid: vectors({ Dimension: 4096 }),
    reason: /#\/Dimension: failed validation constraint for keyword \[maximum\] \(given 4097, expected at most 4096\)/,
  },
  {
    id: 'type_not_in_region',
    fault: 'a public repository outside us-east-1',
    broken: { Resources: { Images: { Type: 'AWS::ECR::PublicRepository', Properties: { RepositoryName: 'images' } } } },
    valid: { Resources: { Images: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: 'images' } } } },
    reason: /AWS::ECR::PublicRepository/,
  },
];

testPlanted('schema', schemaFaults);
