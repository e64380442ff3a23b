import { settle } from '../../../../lib/plan';
import { bedrock } from '../../../../lib/platform';
import { awsPlan } from '../../../helpers/plan';
import type { PlatformOverrides } from '../../../helpers/platform';
import { platform } from '../../../helpers/platform';

test('stores a knowledge base in the length its model returns, or in the length the spec asks for', () => {
  expect(settle(awsPlan().knowledge.bases.handbook)).toMatchObject({
    name: expect.stringMatching(/^support-dev-handbook-[0-9a-f]{8}$/) as string,
    indexName: expect.stringMatching(/^documents-1024-cosine-[0-9a-f]{8}$/) as string,
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

test('names follow what cannot change in an index and a knowledge base, and nothing else', () => {
  const names = (overrides: PlatformOverrides): readonly unknown[] => {
    const base = awsPlan(overrides).knowledge.bases.handbook;
    return [base?.name.value, base?.indexName.value];
  };
  const withModel = (id: string, dimensions?: number): PlatformOverrides => ({
    models: { ...platform().models, embed: bedrock(id, dimensions === undefined ? {} : { dimensions }) },
  });
  const before = names({});
  const [shorter, chunked] = [
    names(withModel('amazon.titan-embed-text-v2:0', 256)),
    names({
      knowledge: {
        handbook: { stores: ['s3-vectors'], embedding: 'embed', chunking: { kind: 'none' }, prefix: 'manual/' },
      },
    }),
  ];
  expect(shorter[0]).not.toBe(before[0]);
  expect(shorter[1]).not.toBe(before[1]);
  expect(names(withModel('amazon.titan-embed-text-v2:0', 1024))).toEqual(before);
  expect(chunked).toEqual(before);
});
