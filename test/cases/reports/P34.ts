import assert from 'node:assert';
import { BedrockKnowledgeBase, S3VectorStore } from '../../../constructs/aws';
import { CodedError } from '../../../lib/messages';
import { check } from '../../../lib/review';
import { bedrockTextFilterable } from '../../../lib/review/rules/vector/bedrock-text-filterable';
import { testKey, testStack } from '../../helpers/aws-app';
import { knowledgeBaseSlice } from '../../helpers/aws-plan-fixture';
import { resourceNode } from '../../helpers/resource-node';
import type { Case } from '../case';

const wrongKeys = ['AMAZON_BEDROCK_TEXT_CHUNK'];

export const p34: Case = {
  id: 'P34',
  fault: 'an index in which the text of a chunk is filterable is accepted, and ingestion fails at 2,048 bytes',
  expected: 'the knowledge base refuses the index that it is given, and check reports it in any template',
  check() {
    const stack = testStack();
    const slice = knowledgeBaseSlice();
    const kept = { encryptionKey: testKey(stack), dataRetention: 'destroy' } as const;
    const store = new S3VectorStore(stack, 'Notes', { ...slice, nonFilterableMetadataKeys: wrongKeys, ...kept });
    const documents = { bucketName: slice.sourceBucketName, prefix: slice.prefix, chunking: slice.chunking };
    assert.throws(
      () => new BedrockKnowledgeBase(stack, 'Base', { ...slice, store, documents, ...kept }),
      (error) => error instanceof CodedError && error.code === 'InvalidProps' && error.place.endsWith('Keys'),
    );
    for (const keys of [undefined, wrongKeys]) {
      const index = resourceNode({
        address: 'foundation/Index',
        type: 'AWS::S3Vectors::Index',
        properties: keys === undefined ? {} : { MetadataConfiguration: { NonFilterableMetadataKeys: keys } },
      });
      const base = resourceNode({
        address: 'foundation/Base',
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: {
          StorageConfiguration: { S3VectorsConfiguration: { IndexArn: { 'Fn::GetAtt': ['Index', 'IndexArn'] } } },
        },
      });
      assert.deepStrictEqual(
        check([index, base], [bedrockTextFilterable]).findings.map(({ rule }) => rule),
        ['BedrockTextFilterable'],
      );
    }
  },
};
