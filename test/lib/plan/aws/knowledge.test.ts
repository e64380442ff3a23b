import { settle } from '../../../../lib/plan';
import { bedrock } from '../../../../lib/platform';
import { awsPlan } from '../../../helpers/plan';
import { platform } from '../../../helpers/platform';

test('stores a knowledge base in the length its model returns, or in the length the spec asks for', () => {
  expect(settle(awsPlan().knowledge.bases.handbook)).toMatchObject({
    name: 'support-dev-handbook',
    prefix: 'handbook/',
    dimension: 1024,
    distanceMetric: 'cosine',
    embeddingModelId: 'amazon.titan-embed-text-v2:0',
    chunking: { kind: 'fixed', maxTokens: 300, overlapPercentage: 20 },
  });
  const models = { ...platform().models, embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 256 }) };
  expect(awsPlan({ models }).knowledge.bases.handbook?.dimension.value).toBe(256);
});

test('keeps the documents of all knowledge bases in one bucket, each under its prefix', () => {
  const base = { stores: ['s3-vectors'], embedding: 'embed' } as const;
  const { bases } = awsPlan({ knowledge: { faq: { ...base, prefix: 'answers/' }, handbook: base } }).knowledge;
  expect(bases.faq?.sourceBucketName.value).toBe(bases.handbook?.sourceBucketName.value);
  expect([bases.faq?.prefix.value, bases.handbook?.prefix.value]).toEqual(['answers/', 'handbook/']);
  expect(bases.faq?.vectorBucketName.value).not.toBe(bases.handbook?.vectorBucketName.value);
});
