import { BedrockKnowledgeBase, EncryptionKey, PrivateBucket, S3VectorStore } from '../../../constructs/aws';
import { testKey, testStack } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { knowledgeBaseSlice, warmEndpointSlice } from '../../helpers/aws-plan-fixture';
import { codedErrorOf } from '../../helpers/coded-error';
import type { Case } from '../case';

const elsewhere = '763104351884.dkr.ecr.us-east-1.amazonaws.com/vllm:latest';

export const aws14: Case = {
  id: 'aws-14',
  fault: 'no construct checks its own numbers and names',
  expected: 'each is an error at construction, all of them at once: place, got, expected, fix',
  check: async () => {
    const endpoint = await codedErrorOf(() =>
      endpointTemplate(
        warmEndpointSlice({
          instanceType: 'ml.g7e.2xlarge',
          volumeEncryption: 'customer-key',
          imageUri: elsewhere,
          capacity: { kind: 'instances', minInstances: 0, maxInstances: -1 },
          rollout: { kind: 'canary', canaryPercent: 60, waitSeconds: 300 },
        }),
        { logRetentionDays: 31 },
      ),
    );
    expect(endpoint).toMatchObject({ code: 'InvalidProps', place: 'test/Endpoint' });
    expect(endpoint.got).toEqual([
      'capacity.minInstances: 0',
      'capacity.maxInstances: -1',
      `imageUri: "${elsewhere}"`,
      `imageUri: "${elsewhere}"`,
      'volumeEncryption: "customer-key"',
      'rollout.canaryPercent: 60',
      'logRetentionDays: 31',
    ]);
    for (const text of ['an image by digest', 'an image in eu-central-1', 'local NVMe']) {
      expect(endpoint.expected).toContain(text);
    }
    const fewer = { kind: 'instances', minInstances: 3, maxInstances: 2 } as const;
    expect(await codedErrorOf(() => endpointTemplate(warmEndpointSlice({ capacity: fewer })))).toMatchObject({
      place: 'test/Endpoint: capacity.maxInstances',
      got: 2,
      fix: 'use 3',
    });

    const stack = testStack();
    const kept = { encryptionKey: testKey(stack), dataRetention: 'retain' } as const;
    for (const refused of [
      () => new PrivateBucket(stack, 'Bucket', { bucketName: 'Bad_Name', ...kept }),
      () => new EncryptionKey(stack, 'Key', { keyAlias: 'alias/k', rotationDays: 30, dataRetention: 'retain' }),
      () => new S3VectorStore(stack, 'Vectors', { ...knowledgeBaseSlice({ dimension: 5000 }), ...kept }),
      () =>
        new BedrockKnowledgeBase(stack, 'Base', {
          ...knowledgeBaseSlice(),
          store: { ...knowledgeBaseSlice(), indexArn: 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/v/index/i' },
          documents: {
            bucketName: 'documents',
            prefix: '',
            chunking: { kind: 'fixed', maxTokens: 300, overlapPercentage: 200 },
          },
          ...kept,
        }),
    ]) {
      expect((await codedErrorOf(refused)).code).toBe('InvalidProps');
    }
  },
};
