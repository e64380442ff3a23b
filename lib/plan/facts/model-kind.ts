import type { ModelArchitecture } from '../../catalog/types';
import type { EndpointSpec, Issue } from '../../platform';

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
