import { KnowledgeBaseRole } from '../../../../constructs/aws/knowledge/knowledge-base-role';
import { at, keyArn, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

const stack = testStack();
new KnowledgeBaseRole(stack, 'Access', {
  embeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/embed',
  indexArn: 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/vectors/index/documents',
  documents: { bucketName: 'documents', prefix: 'handbook/' },
  encryptionKey: testKey(stack),
});
const template = templateOf(stack);
const policy = statementsOf(template).filter(({ type }) => type === 'AWS::IAM::Policy');

test('Bedrock assumes it for knowledge bases of this account only', () => {
  expect(at(onlyResource(template, 'AWS::IAM::Role').Properties, 'AssumeRolePolicyDocument', 'Statement', 0)).toEqual({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'bedrock.amazonaws.com' },
    Condition: {
      StringEquals: { 'aws:SourceAccount': '111111111111' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:bedrock:eu-central-1:111111111111:knowledge-base/*' },
    },
  });
});

test('embeds with one model, reads one prefix, uses one index and one key', () => {
  expect(policy.map(({ actions, resources }) => [actions, resources])).toEqual([
    [['bedrock:InvokeModel'], ['arn:aws:bedrock:eu-central-1::foundation-model/embed']],
    [['s3:ListBucket'], ['arn:aws:s3:::documents']],
    [['s3:GetObject'], ['arn:aws:s3:::documents/handbook/*']],
    [
      [
        's3vectors:DeleteVectors',
        's3vectors:GetIndex',
        's3vectors:GetVectors',
        's3vectors:ListVectors',
        's3vectors:PutVectors',
        's3vectors:QueryVectors',
      ],
      ['arn:aws:s3vectors:eu-central-1:111111111111:bucket/vectors/index/documents'],
    ],
    [['kms:Decrypt', 'kms:GenerateDataKey'], [keyArn]],
  ]);
});

test('lists its prefix only, and reads buckets of this account only', () => {
  const [, list, read] = policy;
  expect(list?.condition).toEqual({
    StringEquals: { 'aws:ResourceAccount': '111111111111' },
    StringLike: { 's3:prefix': ['handbook/*'] },
  });
  expect(read?.condition).toEqual({ StringEquals: { 'aws:ResourceAccount': '111111111111' } });
});
