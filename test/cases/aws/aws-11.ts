import assert from 'node:assert';
import * as kms from 'aws-cdk-lib/aws-kms';
import { PromptLogGroup, S3VectorStore } from '../../../constructs/aws';
import { foreignKey, templateOf, testStack } from '../../helpers/aws-app';
import { knowledgeBaseSlice } from '../../helpers/aws-plan-fixture';
import { statementsOf } from '../../helpers/aws-policies';
import type { Case } from '../case';

const logGroup = { logGroupName: '/prompts', retentionDays: 30, dataRetention: 'destroy' } as const;

export const aws11: Case = {
  id: 'aws-11',
  fault: 'constructs that take a key do not give the services behind them the use of it, and do not say so',
  expected: 'a key of the app gets the statements; of an imported key the statement that it needs is said',
  check() {
    const own = testStack();
    const encryptionKey = new kms.Key(own, 'Key');
    new PromptLogGroup(own, 'Logs', { ...logGroup, encryptionKey });
    new S3VectorStore(own, 'Vectors', { ...knowledgeBaseSlice(), encryptionKey, dataRetention: 'destroy' });
    const services = statementsOf(templateOf(own)).flatMap((statement) => statement.services);
    assert.ok(services.includes('logs.eu-central-1.amazonaws.com'));
    assert.ok(services.includes('indexing.s3vectors.amazonaws.com'));
    const imported = testStack('imported');
    new PromptLogGroup(imported, 'Logs', { ...logGroup, encryptionKey: foreignKey(imported) });
    const said = imported.node.findAll().flatMap(({ node }) => node.metadata);
    assert.ok(said.some(({ data }) => String(data).includes('"Service":"logs.eu-central-1.amazonaws.com"')));
  },
};
