import assert from 'node:assert';
import { App, Stack } from 'aws-cdk-lib';
import { BedrockKnowledgeBase } from '../../../constructs/aws';
import { onlyResource, templateOf, testKey } from '../../helpers/aws-app';
import type { Case } from '../case';

export const p36: Case = {
  id: 'P36',
  fault: 'other chunking replaces the data source; the new one has the old name and gets 409',
  expected: 'the construct gives the data source a name that carries what cannot be updated',
  check() {
    const [small, large] = [300, 500].map((maxTokens) => {
      const stack = new Stack(new App(), 'Probe', { env: { account: '111111111111', region: 'eu-central-1' } });
      new BedrockKnowledgeBase(stack, 'Docs', {
        name: 'probe-dev-docs',
        store: {
          indexArn: 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/vectors/index/documents',
          dimension: 1024,
          nonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'],
        },
        embeddingModelId: 'amazon.titan-embed-text-v2:0',
        documents: {
          bucketName: 'probe-documents',
          prefix: 'docs/',
          chunking: { kind: 'fixed', maxTokens, overlapPercentage: 20 },
        },
        encryptionKey: testKey(stack),
        dataRetention: 'destroy',
      });
      return onlyResource(templateOf(stack), 'AWS::Bedrock::DataSource').Properties.Name;
    });
    assert.deepStrictEqual([small, large], ['probe-dev-docs-fixed-300-20', 'probe-dev-docs-fixed-500-20']);
  },
};
