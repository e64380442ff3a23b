import type { Mistake } from '../../helpers/spec-mistakes';
import { reported } from '../../helpers/spec-mistakes';

const key = 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-000000000001';

const mistakes: readonly Mistake[] = [
  [
    'an alias of a key',
    'environments/dev/aws/encryption',
    { keyArn: 'arn:aws:kms:eu-central-1:111111111111:alias/company' },
    {
      code: 'InvalidGivenName',
      path: 'environments.dev.aws.encryption.keyArn',
      got: 'arn:aws:kms:eu-central-1:111111111111:alias/company',
      expected: 'the ARN of a key, and not of an alias',
      fix: "copy it from 'aws kms list-keys'",
    },
  ],
  [
    'a key of another region',
    'environments/dev/aws/encryption',
    { keyArn: key.replace('eu-central-1', 'eu-west-1') },
    {
      code: 'GivenElsewhere',
      path: 'environments.dev.aws.encryption.keyArn',
      got: key.replace('eu-central-1', 'eu-west-1'),
      expected: 'one of region eu-central-1',
      fix: 'give one of region eu-central-1',
    },
  ],
  [
    'a key of another account',
    'environments/dev/aws/encryption',
    { keyArn: key.replace('111111111111', '999999999999') },
    {
      code: 'GivenElsewhere',
      path: 'environments.dev.aws.encryption.keyArn',
      got: key.replace('111111111111', '999999999999'),
      expected: 'one of account 111111111111',
      fix: 'give one of account 111111111111',
    },
  ],
  [
    'the ARN of a log group',
    'environments/dev/aws/logs',
    { groupName: 'arn:aws:logs:eu-central-1:111111111111:log-group:x' },
    {
      code: 'InvalidGivenName',
      path: 'environments.dev.aws.logs.groupName',
      got: 'arn:aws:logs:eu-central-1:111111111111:log-group:x',
      expected: 'the name of a log group, and not its ARN',
      fix: "copy it from 'aws logs describe-log-groups'",
    },
  ],
  [
    'a repository with its host',
    'environments/dev/aws/registry',
    { repositoryName: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/llm:1' },
    {
      code: 'InvalidGivenName',
      path: 'environments.dev.aws.registry.repositoryName',
      got: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/llm:1',
      expected: 'the name of a repository, without host and tag',
      fix: "copy it from 'aws ecr describe-repositories'",
    },
  ],
  [
    'a topic of another region',
    'environments/dev/aws/alarms',
    { topicArn: 'arn:aws:sns:us-east-1:111111111111:alarms' },
    {
      code: 'GivenElsewhere',
      path: 'environments.dev.aws.alarms.topicArn',
      got: 'arn:aws:sns:us-east-1:111111111111:alarms',
      expected: 'one of region eu-central-1',
      fix: 'give one of region eu-central-1',
    },
  ],
];

test.each(mistakes)('%s', (_title, path, value, issue) => {
  expect(reported(path, value)).toEqual([issue]);
});

test.each([
  ['environments/dev/aws/encryption', { keyArn: key }],
  ['environments/dev/aws/logs', { groupName: '/company/llm' }],
  ['environments/dev/aws/registry', { repositoryName: 'company/llm' }],
  ['environments/dev/aws/alarms', { topicArn: 'arn:aws:sns:eu-central-1:999999999999:alarms' }],
])('%s can be %j, a topic of another account too', (path, value) => {
  expect(reported(path, value)).toEqual([]);
});

const secret = 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:pagerduty-AbCdEf';
const url = 'https://events.pagerduty.example/integration/0123456789/enqueue';

test.each<[webhooks: unknown, codes: readonly string[]]>([
  [{ pagerduty: { secretArn: secret } }, []],
  [{ pagerduty: { secretArn: secret, key: 'url' } }, []],
  [{ pagerduty: { secretArn: url } }, ['LiteralWebhook']],
  [{ pagerduty: url }, ['WrongType']],
  [{ pagerduty: { secretArn: 'pagerduty' } }, ['InvalidGivenName']],
  [{ pagerduty: { secretArn: secret.replace('eu-central-1', 'us-east-1') } }, ['GivenElsewhere']],
])('webhooks %j, and no message shows a URL', (webhooks, codes) => {
  const issues = reported('environments/dev/aws/alarms', { webhooks });
  expect(issues.map(({ code }) => code)).toEqual(codes);
  expect(JSON.stringify(issues)).not.toContain('0123456789/');
});

test('the owner of a given topic subscribes, not the kit', () => {
  const topicArn = 'arn:aws:sns:eu-central-1:111111111111:alarms';
  const alarms = { topicArn, webhooks: { pagerduty: { secretArn: secret } } };
  expect(reported('environments/dev/aws/alarms', alarms)).toMatchObject([{ code: 'WebhookBesideTopic' }]);
});

test.each<[bucket: string, codes: readonly string[]]>([
  ['arn:aws:s3:::flow-logs', []],
  ['arn:aws:s3:::flow-logs/ai/', []],
  ['arn:aws:s3:::flow-logs/AWSLogs/', ['InvalidGivenName']],
  ['arn:aws:s3:::flow-logs/ai/AWSLogs', ['InvalidGivenName']],
  ['flow-logs', ['InvalidGivenName']],
])('flow logs in %s', (flowLogBucketArn, codes) => {
  expect(reported('environments/dev/aws/logs', { flowLogBucketArn }).map(({ code }) => code)).toEqual(codes);
});
