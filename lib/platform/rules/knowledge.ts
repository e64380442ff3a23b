import type { Draft } from '../draft';
import type { Cloud } from '../environment';
import type { Issue } from '../issue';
import type { KnowledgeSpec, VectorStoreKind } from '../knowledge';
import { modelReference } from './model-reference';
import { prefixIssues } from './prefix';
import { repeated } from './reference';
import type { Rule } from './rule';

/** Cloud of each vector store. */
const cloudOf: Readonly<Record<VectorStoreKind, Cloud>> = { 's3-vectors': 'aws', 'ai-search': 'azure' };

/** Documents are stored on a cloud the platform has, and embedded by a model the store can call. */
export const knowledgeRule: Rule = (draft) =>
  Object.entries(draft.spec.knowledge ?? {}).flatMap(([key, knowledge]) => {
    const path = `knowledge.${key}`;
    return [
      ...(knowledge.prefix === undefined ? [] : prefixIssues(`${path}.prefix`, knowledge.prefix)),
      ...repeated(`${path}.stores`, knowledge.stores),
      ...stores(draft, path, knowledge),
      ...embedding(draft, path, knowledge),
    ];
  });

function stores(draft: Draft, path: string, knowledge: KnowledgeSpec): readonly Issue[] {
  const used = new Set(draft.declared('environments').flatMap((environment) => draft.cloudsOf(environment)));
  return knowledge.stores.flatMap((store, index) =>
    used.has(cloudOf[store])
      ? []
      : [
          {
            code: 'StoreWithoutCloud',
            path: `${path}.stores[${index}]`,
            message: `${store} needs ${cloudOf[store]}, and no environment is on ${cloudOf[store]}`,
            got: store,
            expected: 'a store of a cloud the platform is on',
            fix: `add a ${cloudOf[store]} target to an environment or remove '${store}'`,
          },
        ],
  );
}

function embedding(draft: Draft, path: string, { embedding: key, stores: kinds }: KnowledgeSpec): readonly Issue[] {
  const at = `${path}.embedding`;
  // A Bedrock knowledge base embeds with a Bedrock model only; AI Search takes vectors from anywhere.
  return kinds.includes('s3-vectors')
    ? modelReference(draft, at, key, ['bedrock'], 'a Bedrock knowledge base')
    : modelReference(draft, at, key, ['bedrock', 'azure-openai'], 'a knowledge base');
}
