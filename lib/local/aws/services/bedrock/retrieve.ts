import type { Json, JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { numberAt, objectAt, textAt } from '../../../../constraints/value';
import { nearest } from '../../../vectors/distance';
import { ServiceError } from '../../errors';
import { authorize } from '../../iam/authorize';
import type { AccessRequest } from '../../iam/context';
import type { CallContext, WireAnswer } from '../call';
import type { RestInput } from '../rest-operations';
import type { StoredVector } from '../s3vectors/vector-index';
import { requireIndex } from '../s3vectors/vector-index';
import { bedrockMetadataKey, sourceUriKey, textKey } from './ingest-document';
import { requireBase, roleOf } from './knowledge-bases';
import { fromModel, modelAnswer } from './model-answer';
import { requireModel } from './models';
import { retrievalFilter } from './retrieval-filter';

/** Source: KnowledgeBaseVectorSearchConfiguration in the API reference of Bedrock (read 2026-12-01). */
const results = { default: 5, most: 100 };
/** Characters of a question. Source: API model of the agent runtime of Bedrock in botocore (2026-11). */
const longestQuery = { Retrieve: 20_000, RetrieveAndGenerate: 1000 };

/** One chunk that fits a question. */
interface Chunk {
  readonly text: string;
  readonly uri: string;
  readonly metadata: JsonObject;
  /** 1 for the same direction, 0 for nothing in common. */
  readonly score: number;
}

/** Retrieve: the chunks nearest to a question, as the role of the knowledge base. */
export async function retrieve({ path, body }: RestInput, context: CallContext): Promise<JsonObject> {
  const text = textAt(body, 'retrievalQuery', 'text') ?? '';
  const search = objectAt(body, 'retrievalConfiguration', 'vectorSearchConfiguration') ?? {};
  assertLength(text, longestQuery.Retrieve);
  const chunks = await chunksFor(text, path['knowledgeBaseId'] ?? '', search, context);
  return { retrievalResults: chunks.map((chunk) => ({ ...reference(chunk), score: chunk.score })) };
}

/** RetrieveAndGenerate: sentences of the chunks that answer a question, each with the chunk that has it. */
export async function retrieveAndGenerate({ body }: RestInput, context: CallContext): Promise<WireAnswer> {
  const configuration = objectAt(body, 'retrieveAndGenerateConfiguration', 'knowledgeBaseConfiguration');
  if (configuration === undefined)
    throw new ServiceError('NotImplemented', 'The local cloud generates answers from knowledge bases only', 501);
  assertKnown(configuration);
  const question = textAt(body, 'input', 'text') ?? '';
  const search = objectAt(configuration, 'retrievalConfiguration', 'vectorSearchConfiguration') ?? {};
  assertLength(question, longestQuery.RetrieveAndGenerate);
  const chunks = await chunksFor(question, textAt(configuration, 'knowledgeBaseId') ?? '', search, context);
  requireModel(textAt(configuration, 'modelArn') ?? '');
  const texts = chunks.map(({ text }) => text);
  const { text, parts, model } = await fromModel(() => context.cloud.model.answer(question, texts));
  const citations = parts.flatMap(({ text: sentence, start, passage }) => {
    const chunk = passage === undefined ? undefined : chunks[passage];
    const span = { start, end: start + sentence.length - 1 };
    return chunk === undefined
      ? []
      : [
          {
            generatedResponsePart: { textResponsePart: { text: sentence, span } },
            retrievedReferences: [reference(chunk)],
          },
        ];
  });
  return modelAnswer(model, {
    sessionId: scalarText(body['sessionId']) ?? context.cloud.ids.fresh('session'),
    output: { text },
    citations,
  });
}

/** What a caller of RetrieveAndGenerate must be allowed to do. Source: Bedrock user guide, permissions to query (read 2026-12-01). */
export function generateAccess({ body }: RestInput, { account, region }: CallContext): readonly AccessRequest[] {
  const configuration = objectAt(body, 'retrieveAndGenerateConfiguration', 'knowledgeBaseConfiguration');
  const base = textAt(configuration, 'knowledgeBaseId') ?? '*';
  const model = textAt(configuration, 'modelArn') ?? '*';
  return [
    { action: 'bedrock:RetrieveAndGenerate', resource: '*' },
    { action: 'bedrock:Retrieve', resource: `arn:aws:bedrock:${region}:${account}:knowledge-base/${base}` },
    {
      action: 'bedrock:InvokeModel',
      resource: model.startsWith('arn:') ? model : `arn:aws:bedrock:${region}::foundation-model/${model}`,
    },
  ];
}

/** Members of a search that are understood. */
const searchMembers: ReadonlySet<string> = new Set(['numberOfResults', 'filter', 'overrideSearchType']);

const understood: ReadonlySet<string> = new Set(['knowledgeBaseId', 'modelArn', 'retrievalConfiguration']);

/** @throws ServiceError (NotImplemented) for a member that would change the answer */
function assertKnown(configuration: JsonObject): void {
  const unknown = Object.keys(configuration).find((name) => !understood.has(name));
  if (unknown !== undefined)
    throw new ServiceError(
      'NotImplemented',
      `The local cloud does not implement RetrieveAndGenerate with ${unknown}`,
      501,
    );
}

/** @throws ServiceError (ValidationException) for a question without words, or one that is too long */
function assertLength(text: string, longest: number): void {
  if (text.trim() === '' || text.length > longest)
    throw new ServiceError('ValidationException', `The query has ${text.length} characters, 1 to ${longest} are taken`);
}

async function chunksFor(
  text: string,
  baseId: string,
  search: JsonObject,
  context: CallContext,
): Promise<readonly Chunk[]> {
  const { filter, overrideSearchType } = search;
  const other = Object.keys(search).find((name) => !searchMembers.has(name));
  if (other !== undefined)
    throw new ServiceError('NotImplemented', `The local cloud does not implement a retrieval with ${other}`, 501);
  if (overrideSearchType === 'HYBRID')
    throw new ServiceError(
      'ValidationException',
      'HYBRID search type is not supported for search operation on index of S3 Vectors',
    );
  const base = requireBase(baseId, context);
  if (base.indexArn === undefined)
    throw new ServiceError(
      'NotImplemented',
      `The store of knowledge base ${base.id} has no data plane in the local cloud`,
      501,
    );
  const as = { ...context, caller: roleOf(base) };
  authorize(
    [
      { action: 'bedrock:InvokeModel', resource: base.embeddingModelArn },
      { action: 's3vectors:QueryVectors', resource: base.indexArn },
      { action: 's3vectors:GetVectors', resource: base.indexArn },
    ],
    as,
  );
  const index = requireIndex(base.indexArn, context.cloud);
  const { vectors: embedded } = await fromModel(() => context.cloud.model.embed([text], index.dimension));
  const to = embedded[0] ?? new Float32Array();
  if (to.every((value) => value === 0)) return [];
  const vectors = [...index.vectors.values()].filter(filterOf(filter));
  const found = nearest(vectors, { to, metric: index.metric, count: countOf(search) });
  return found.map(({ vector, distance }) => chunkOf(vector, Math.max(0, 1 - distance)));
}

function filterOf(filter: Json | undefined): (vector: StoredVector) => boolean {
  if (filter === undefined) return () => true;
  const passes = retrievalFilter(filter);
  return ({ metadata }) => passes(metadata);
}

function countOf(search: JsonObject): number {
  const count = numberAt(search, 'numberOfResults') ?? results.default;
  if (Number.isInteger(count) && count >= 1 && count <= results.most) return count;
  throw new ServiceError('ValidationException', `numberOfResults: expected a whole number from 1 to ${results.most}`);
}

/** Metadata that Bedrock keeps for itself. */
const hiddenKeys: ReadonlySet<string> = new Set([textKey, bedrockMetadataKey]);

function chunkOf({ metadata }: StoredVector, score: number): Chunk {
  const shown = Object.fromEntries(Object.entries(metadata).filter(([key]) => !hiddenKeys.has(key)));
  return {
    text: scalarText(metadata[textKey]) ?? '',
    uri: scalarText(metadata[sourceUriKey]) ?? '',
    metadata: shown,
    score,
  };
}

function reference({ text, uri, metadata }: Chunk): JsonObject {
  return {
    content: { text, type: 'TEXT' },
    location: { type: 'S3', s3Location: { uri } },
    metadata,
  };
}
