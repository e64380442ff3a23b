import type { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { EncryptionKey } from '../../../../constructs/aws/encryption/encryption-key';
import { S3VectorStore } from '../../../../constructs/aws/knowledge/s3-vector-store';
import { FlowLog } from '../../../../constructs/aws/network/flow-log';
import { AlarmTopic } from '../../../../constructs/aws/observability/alarm-topic';
import { PromptLogGroup } from '../../../../constructs/aws/observability/prompt-log-group';
import { foreignKey, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { knowledgeBaseSlice } from '../../../helpers/aws-plan-fixture';
import { statementsOf } from '../../../helpers/aws-policies';

const logs = 'logs.eu-central-1.amazonaws.com';
const kept = { retentionDays: 30, dataRetention: 'destroy' } as const;

/** Each construct whose service uses the key itself. */
const users: readonly (readonly [string, string, (scope: Construct, encryptionKey: kms.IKey) => unknown])[] = [
  ['FlowLog', logs, (scope, encryptionKey) => new FlowLog(scope, 'It', { vpcId: 'vpc-1', encryptionKey, ...kept })],
  [
    'PromptLogGroup',
    logs,
    (scope, encryptionKey) => new PromptLogGroup(scope, 'It', { logGroupName: '/prompts', encryptionKey, ...kept }),
  ],
  [
    'AlarmTopic',
    'cloudwatch.amazonaws.com',
    (scope, encryptionKey) => new AlarmTopic(scope, 'It', { alarmContact: 'a@example.com', encryptionKey }),
  ],
  [
    'S3VectorStore',
    'indexing.s3vectors.amazonaws.com',
    (scope, encryptionKey) =>
      new S3VectorStore(scope, 'It', { ...knowledgeBaseSlice(), encryptionKey, dataRetention: 'destroy' }),
  ],
];

function warningsOf(stack: Stack): readonly string[] {
  return stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .flatMap(({ data }) => (String(data).includes('needs this statement') ? [String(data)] : []));
}

test.each(users)('%s lets its service use a key of the app', (_name, service, declare) => {
  const stack = testStack();
  declare(stack, new kms.Key(stack, 'Key'));
  const allowed = statementsOf(templateOf(stack)).filter(({ type }) => type === 'AWS::KMS::Key');
  expect(allowed.map(({ services }) => services)).toContainEqual([service]);
  expect(warningsOf(stack)).toEqual([]);
});

test.each(users)('%s says what the policy of an imported key needs', (_name, service, declare) => {
  const stack = testStack();
  declare(stack, foreignKey(stack));
  expect(warningsOf(stack)).toEqual([expect.stringContaining(service)]);
});

test.each(users)('%s adds nothing to a key that has all statements', (_name, _service, declare) => {
  const stack = testStack();
  const key = new EncryptionKey(stack, 'Key', { keyAlias: 'a', rotationDays: 90, dataRetention: 'destroy' });
  declare(stack, key.resource);
  declare(testStack('others'), testKey(stack));
  const statements = statementsOf(templateOf(stack)).filter(({ type }) => type === 'AWS::KMS::Key');
  expect(statements.filter(({ services }) => services.length > 0)).toHaveLength(3);
  expect(warningsOf(stack)).toEqual([]);
});
