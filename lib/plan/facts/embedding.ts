import type { Catalog } from '../../catalog/types';
import { listed } from '../../platform';
import type { Issue, ResolvedPlatform } from '../../platform';

/** Whether the model a knowledge base embeds with returns vectors. An unknown model is reported where it is declared. */
export function embeddingIssues(
  catalog: Catalog,
  { knowledge, models }: ResolvedPlatform,
  key: string,
): readonly Issue[] {
  const name = knowledge[key]?.embedding ?? '';
  const model = models[name];
  const row = catalog.managedModels.find(({ service, id }) => service === model?.kind && id === model.id);
  if (row === undefined || row.kind === 'embedding') return [];
  const able = catalog.managedModels.filter(({ service, kind }) => service === row.service && kind === 'embedding');
  return [
    {
      code: 'NotAnEmbeddingModel',
      path: `knowledge.${key}.embedding`,
      message: `${row.id} writes text and returns no vectors`,
      got: name,
      expected: `a model that embeds: ${listed(able.map(({ id }) => id))}`,
      fix: 'declare an embedding model and name it here',
    },
  ];
}
