import type { Catalog, ManagedModel, ModelArchitecture } from '../../catalog/types';
import type { EndpointSpec, Issue, ModelSpec, ResolvedPlatform } from '../../platform';
import { listed } from '../../platform';

/** An embedding model or a reranker generates no tokens, so nothing about it can be sized or timed. */
export function notTextGeneration({ id, kind, source, asOf }: ModelArchitecture | ManagedModel) {
  return {
    code: 'NotTextGeneration',
    message: `${id} is ${kind === 'embedding' ? 'an' : 'a'} ${kind} model: it generates no tokens to size by (${source}, ${asOf})`,
    expected: 'a model that generates text',
  } as const;
}

/** An endpoint is sized by the tokens it generates, and embedding models and rerankers generate none. */
export function servedModelIssues(path: string, endpoint: EndpointSpec, model: ModelArchitecture): readonly Issue[] {
  if (model.kind === 'text-generation') return [];
  return [
    {
      ...notTextGeneration(model),
      path: `${path}.model`,
      got: endpoint.model,
      fix: `name another model, or remove ${path}; a knowledge base embeds with a model of Bedrock or Azure OpenAI`,
    },
  ];
}

/** Prices per token are compared for an endpoint that writes text, so that an embedding model is no cheaper alternative. */
export function comparedModelIssues(
  { managedModels }: Catalog,
  path: string,
  { compareWith = [] }: EndpointSpec,
  models: Readonly<Record<string, ModelSpec>>,
): readonly Issue[] {
  return compareWith.flatMap((key, index): readonly Issue[] => {
    const model = models[key];
    const row = managedModels.find(({ service, id }) => service === model?.kind && id === model.id);
    if (row === undefined || row.kind === 'text-generation') return [];
    const at = `${path}.compareWith[${index}]`;
    return [
      {
        ...notTextGeneration(row),
        path: at,
        got: key,
        fix: `name a model that writes text, or remove '${key}' from ${path}.compareWith`,
      },
    ];
  });
}

/** Whether the model a knowledge base embeds with returns vectors. An unknown model is reported where it is declared. */
export function embeddingIssues(
  catalog: Catalog,
  { knowledge, models }: ResolvedPlatform,
  key: string,
  field: 'embedding' | 'azureEmbedding' = 'embedding',
): readonly Issue[] {
  const name = knowledge[key]?.[field] ?? '';
  const model = models[name];
  const row = catalog.managedModels.find(({ service, id }) => service === model?.kind && id === model.id);
  if (row === undefined || row.kind === 'embedding') return [];
  const able = catalog.managedModels.filter(({ service, kind }) => service === row.service && kind === 'embedding');
  return [
    {
      code: 'NotAnEmbeddingModel',
      path: `knowledge.${key}.${field}`,
      message: `${row.id} writes text and returns no vectors`,
      got: name,
      expected: `a model that embeds${able.length === 0 ? '' : `: ${listed(able.map(({ id }) => id))}`}`,
      fix: 'declare an embedding model and name it here',
    },
  ];
}
