import type { Catalog } from '../../catalog/types';
import type { Issue, ResolvedPlatform } from '../../platform';

/**
 * Whether the model a knowledge base embeds with takes a whole chunk. A longer one fails, or is cut, when documents are
 * ingested. Where the catalogue does not know the longest input of the model, nothing is said.
 */
export function chunkIssues(
  { managedModels }: Catalog,
  { knowledge, models }: ResolvedPlatform,
  key: string,
  field: 'embedding' | 'azureEmbedding' = 'embedding',
): readonly Issue[] {
  const { chunking, [field]: name = '' } = knowledge[key] ?? {};
  const model = models[name];
  const row = managedModels.find(({ service, id }) => service === model?.kind && id === model.id);
  if (chunking?.kind !== 'fixed' || row?.kind !== 'embedding' || row.contextTokens === undefined) return [];
  if (chunking.maxTokens <= row.contextTokens) return [];
  return [
    {
      code: 'ChunksTooLong',
      path: `knowledge.${key}.chunking.maxTokens`,
      message: `${row.id} takes at most ${row.contextTokens} tokens (${row.source}, ${row.asOf})`,
      got: chunking.maxTokens,
      expected: `at most ${row.contextTokens}`,
      fix: `set knowledge.${key}.chunking.maxTokens to ${row.contextTokens} or less`,
    },
  ];
}
