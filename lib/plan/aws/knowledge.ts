import { offersIn } from '../../catalog/managed-models';
import type { ManagedModel } from '../../catalog/types';
import type { BedrockModel, ChunkingSpec, Issue, KnowledgeSpec, Result } from '../../platform';
import { failure, listed, success } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { awsKnowledge, unresolved } from '../entries';
import { chunkIssues } from '../facts/chunk-length';
import type { FoundModel } from '../facts/found-model';
import { findManagedModel } from '../facts/managed-model';
import { embeddingIssues } from '../facts/model-kind';
import { hashOf } from '../naming/name';
import type { Keyed } from '../order';
import { collect } from '../result';
import type { AwsKnowledgeBasePlan, ChunkingPlan } from './aws-plan';
import { schedulePlan } from './recurring-schedule';

/** Bedrock's default chunk size in tokens, and its overlap in percent. */
const bedrockChunks = { maxTokens: 300, overlapPercentage: 20 };

/** Knowledge bases on S3 Vectors. */
export function knowledgeBases(context: AwsContext): Result<Readonly<Record<string, AwsKnowledgeBasePlan>>> {
  const sourceBucketName = awsName(context, 's3-bucket', 'knowledge');
  return collect(
    awsKnowledge(context).map((entry) => [entry[0], knowledgeBase(context, entry, sourceBucketName)] as const),
  );
}

function knowledgeBase(
  context: AwsContext,
  [key, knowledge]: Keyed<KnowledgeSpec>,
  sourceBucketName: Decision<string>,
): Result<AwsKnowledgeBasePlan> {
  const model = context.platform.models[knowledge.embedding];
  if (model?.kind !== 'bedrock') return failure([unresolved(`knowledge.${key}.embedding`, knowledge.embedding)]);
  const path = `models.${knowledge.embedding}`;
  const found = findManagedModel(context.catalog, model, { region: context.region, path });
  // `planAws` reports the issues of the model.
  if (!found.ok) return failure([]);
  const embedding = found.value.row;
  const issues = [
    ...embeddingIssues(context.catalog, context.platform, key),
    ...chunkIssues(context.catalog, context.platform, key),
    ...profileOnly(context, `${path}.id`, found.value),
  ];
  if (issues.length > 0) return failure(issues);
  const length = dimension(knowledge.embedding, model, embedding);
  const metric = distanceMetric(embedding);
  // Index and knowledge base cannot change any of the three, and their names are unique.
  const generation = hashOf(model.id, String(length.value), metric.value);
  return success({
    name: awsName(context, 'bedrock-knowledge-base', key, generation),
    sourceBucketName,
    prefix: prefix(key, knowledge),
    vectorBucketName: awsName(context, 's3-vector-bucket', key),
    indexName: decide(
      `documents-${length.value}-${metric.value}-${generation}`,
      'knowledge.index',
      'S3 Vectors cannot change dimension and metric of an index, and vectors of two embedding models cannot be compared: the name follows all three, so that a change builds a new index and knowledge base, empty until they are ingested, instead of failing',
      [{ value: 'documents', reason: 'a fixed name blocks every change of the embedding' }],
    ),
    dimension: length,
    distanceMetric: metric,
    nonFilterableMetadataKeys: decide(
      ['AMAZON_BEDROCK_METADATA', 'AMAZON_BEDROCK_TEXT'],
      'knowledge.metadata-limit',
      'Bedrock writes the text of a chunk under these keys, and S3 Vectors allows 2 KB of filterable metadata per vector',
    ),
    embeddingModelId: pinned(model.id, `models.${knowledge.embedding}.id`),
    chunking: chunking(key, knowledge.chunking),
    ...(knowledge.ingestion === undefined
      ? {}
      : { ingestionSchedule: schedulePlan(knowledge.ingestion, `knowledge.${key}.ingestion`) }),
  });
}

/** A knowledge base names a model of its region; no source says that it embeds through an inference profile. */
function profileOnly({ region }: AwsContext, path: string, { row, version }: FoundModel): readonly Issue[] {
  if (offersIn(version, region.id).some(({ sku }) => sku === 'in-region')) return [];
  const regions = new Set(version.offers.flatMap((offer) => (offer.sku === 'in-region' ? offer.regions : [])));
  return [
    {
      code: 'SkuNotInRegion',
      path,
      message: `${row.id} is offered in ${region.id} through inference profiles only, and a knowledge base needs it in its region (${row.source}, ${row.asOf})`,
      got: row.id,
      expected: `a model that ${region.id} serves itself`,
      fix: `choose another embedding model${regions.size === 0 ? '' : `, or move to ${listed(regions)}`}`,
    },
  ];
}

function distanceMetric(embedding: ManagedModel): Decision<'cosine' | 'euclidean'> {
  return withRejected(
    cite(
      'cosine',
      'knowledge.distance',
      `vectors of ${embedding.id} are compared by direction, not by length`,
      embedding,
    ),
    [{ value: 'euclidean', reason: 'the same ranking for normalised vectors, a wrong one for others' }],
  );
}

function prefix(key: string, knowledge: KnowledgeSpec): Decision<string> {
  return knowledge.prefix === undefined
    ? decide(`${key}/`, 'knowledge.prefix-by-key', 'knowledge bases share the bucket of documents, each under its key')
    : pinned(knowledge.prefix, `knowledge.${key}.prefix`);
}

function dimension(key: string, { dimensions }: BedrockModel, row: ManagedModel): Decision<number> {
  if (dimensions !== undefined) return pinned(dimensions, `models.${key}.dimensions`);
  const [first = 0, ...shorter] = row.dimensions ?? [];
  return withRejected(
    cite(
      first,
      'knowledge.dimension',
      `${row.id} returns ${first} numbers unless models.${key}.dimensions is smaller`,
      row,
    ),
    shorter.map((value) => ({
      value: String(value),
      reason: 'smaller and cheaper, with slightly lower recall: evaluate before choosing it',
    })),
  );
}

function chunking(key: string, wanted: ChunkingSpec | undefined): Decision<ChunkingPlan> {
  if (wanted === undefined) {
    return decide(
      { kind: 'fixed', ...bedrockChunks },
      'knowledge.chunking',
      `${bedrockChunks.maxTokens} tokens, the chunk size of Bedrock, with ${bedrockChunks.overlapPercentage} percent overlap, so that a sentence at a boundary is found`,
      [{ value: 'none', reason: 'each file becomes one vector: only for documents that are already split' }],
    );
  }
  const plan: ChunkingPlan =
    wanted.kind === 'none'
      ? { kind: 'none' }
      : { kind: 'fixed', maxTokens: wanted.maxTokens, overlapPercentage: wanted.overlapPercent };
  return pinned(plan, `knowledge.${key}.chunking`);
}
