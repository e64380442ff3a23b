import type { Draft } from '../draft';
import type { Cloud } from '../environment';
import type { Issue } from '../issue';
import type { KnowledgeSpec, VectorStoreKind } from '../knowledge';
import { modelReference } from './model-reference';
import { prefixIssues } from './prefix';
import { repeated } from './repeated';
import type { Rule } from './rule';
import { scheduleSpecIssues } from './schedules';

/** Cloud of each vector store. */
const cloudOf: Readonly<Record<VectorStoreKind, Cloud>> = { 's3-vectors': 'aws', 'ai-search': 'azure' };

/** Vectors are stored on a cloud of the platform, and made by an embedding model that the store can call. */
export const knowledgeRule: Rule = (draft) =>
  Object.entries(draft.spec.knowledge ?? {}).flatMap(([key, knowledge]) => {
    const path = `knowledge.${key}`;
    return [
      ...(knowledge.prefix === undefined ? [] : prefixIssues(`${path}.prefix`, knowledge.prefix)),
      ...repeated(`${path}.stores`, knowledge.stores),
      ...stores(draft, path, knowledge),
      ...embedding(draft, path, knowledge),
      ...ingestion(`${path}.ingestion`, knowledge),
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
            message: `${store} runs on ${cloudOf[store]}, and no environment has an ${cloudOf[store]} target`,
            got: store,
            expected: 'a store on a cloud of the platform',
            fix: `add an ${cloudOf[store]} target to an environment, or remove '${store}'`,
          },
        ],
  );
}

/** Intervals of an indexer, in minutes: Microsoft Learn, "Schedule an indexer in Azure AI Search", read 2026-11-30. */
const indexer = { least: 5, most: 1440 };

function ingestion(path: string, { ingestion: spec, stores: kinds }: KnowledgeSpec): readonly Issue[] {
  if (spec === undefined) return [];
  const found = scheduleSpecIssues(path, spec);
  if (!kinds.includes('ai-search')) return found;
  if (!('everyMinutes' in spec)) {
    return [
      ...found,
      {
        code: 'InvalidSchedule',
        path,
        message: 'an indexer of AI Search runs at an interval, not at times',
        got: spec.cron,
        expected: `everyMinutes from ${indexer.least} to ${indexer.most}`,
        fix: 'write { everyMinutes: 60 }',
      },
    ];
  }
  const { everyMinutes } = spec;
  if (everyMinutes >= indexer.least && everyMinutes <= indexer.most) return found;
  const nearest = Math.min(indexer.most, Math.max(indexer.least, everyMinutes));
  return [
    {
      code: 'NumberOutOfRange',
      path: `${path}.everyMinutes`,
      message: 'an indexer of AI Search starts every five minutes at most, and every day at least',
      got: everyMinutes,
      expected: `${indexer.least} to ${indexer.most}`,
      fix: `use ${nearest}`,
    },
  ];
}

function embedding(draft: Draft, path: string, knowledge: KnowledgeSpec): readonly Issue[] {
  const at = `${path}.embedding`;
  const { embedding: key, stores: kinds } = knowledge;
  // A Bedrock knowledge base embeds with Bedrock models only. AI Search accepts vectors of any model.
  return [
    ...(kinds.includes('s3-vectors')
      ? modelReference(draft, at, key, { kinds: ['bedrock'], user: 'a Bedrock knowledge base' })
      : modelReference(draft, at, key, { kinds: ['bedrock', 'azure-openai'], user: 'a knowledge base' })),
    ...azureEmbedding(draft, path, knowledge),
  ];
}

function azureEmbedding(
  draft: Draft,
  path: string,
  { azureEmbedding: key, stores: kinds }: KnowledgeSpec,
): readonly Issue[] {
  if (key === undefined) return [];
  const at = `${path}.azureEmbedding`;
  if (kinds.includes('ai-search'))
    return modelReference(draft, at, key, { kinds: ['azure-openai'], user: 'AI Search' });
  return [
    {
      code: 'EmbeddingWithoutStore',
      path: at,
      message: 'the model has no effect: no vectors are stored on Azure',
      got: key,
      expected: `azureEmbedding beside the store 'ai-search' only`,
      fix: `add 'ai-search' to ${path}.stores, or remove ${at}`,
    },
  ];
}
