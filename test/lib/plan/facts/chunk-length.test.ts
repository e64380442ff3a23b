import { catalog as published } from '../../../../lib/catalog';
import { planAll } from '../../../../lib/plan';
import type { KnowledgeSpec } from '../../../../lib/platform';
import { catalog as fixture } from '../../../helpers/catalog';
import { resolvedPlatform } from '../../../helpers/platform';

const catalog = {
  ...fixture,
  managedModels: fixture.managedModels.map((row) => ({
    ...row,
    ...(row.id === 'amazon.titan-embed-text-v2:0' ? { contextTokens: 8192 } : {}),
    ...(row.id === 'text-embedding-3-large' ? { contextTokens: 8191 } : {}),
  })),
};

function issues(known: typeof fixture, knowledge: Partial<KnowledgeSpec>) {
  const handbook = { stores: ['s3-vectors'], embedding: 'embed', ...knowledge } as const;
  return planAll(resolvedPlatform({ knowledge: { handbook } }), known)
    .issues.filter(({ code }) => code === 'ChunksTooLong')
    .map(({ path, got, fix }) => [path, got, fix]);
}

const fixed = (maxTokens: number) => ({ chunking: { kind: 'fixed', maxTokens, overlapPercent: 10 } }) as const;
const at = 'knowledge.handbook.chunking.maxTokens';
const both = { stores: ['s3-vectors', 'ai-search'], azureEmbedding: 'embed-azure' } as const;

test.each<[string, Partial<KnowledgeSpec>, readonly unknown[]]>([
  ['the default', {}, []],
  ['no chunks', { chunking: { kind: 'none' } }, []],
  ['as long as the model takes', fixed(8192), []],
  ['one token more', fixed(8193), [[at, 8193, `set ${at} to 8192 or less`]]],
  ['too long for the model of Azure only', { ...both, ...fixed(8192) }, [[at, 8192, `set ${at} to 8191 or less`]]],
])('a chunk is no longer than what the embedding model takes: %s', (_title, knowledge, expected) => {
  expect(issues(catalog, knowledge)).toEqual(expected);
});

test('an unknown longest input says nothing', () => {
  expect(issues(fixture, fixed(100_000))).toEqual([]);
});

test('the catalogue says what it takes where a source does', () => {
  const tokens = ['amazon.titan-embed-text-v2:0', 'text-embedding-3-large'].map((id) =>
    published.managedModels.find((row) => row.id === id),
  );
  expect(tokens).toMatchObject([
    { contextTokens: 8192, source: expect.stringContaining('titan-embedding-models.html') as string },
    { contextTokens: 8191 },
  ]);
});
