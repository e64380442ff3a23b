import type { Catalog, ModelArchitecture } from '../../catalog/types';
import type { EndpointSpec, Issue, ResolvedPlatform } from '../../platform';
import { listed } from '../../platform';

/** An endpoint is sized by the tokens it writes, and embedding models and rerankers write none. */
export function servedModelIssues(
  path: string,
  endpoint: EndpointSpec,
  { id, kind, source, asOf }: ModelArchitecture,
): readonly Issue[] {
  if (kind === 'text-generation') return [];
  return [
    {
      code: 'NotTextGeneration',
      path: `${path}.model`,
      message: `${id} is ${kind === 'embedding' ? 'an' : 'a'} ${kind} model: it writes no tokens to size an endpoint by (${source}, ${asOf})`,
      got: endpoint.model,
      expected: 'a model that generates text',
      fix: `name another model, or remove ${path}; a knowledge base embeds with a model of Bedrock or Azure OpenAI`,
    },
  ];
}

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
