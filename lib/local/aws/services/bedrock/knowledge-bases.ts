import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { listAt, numberAt, objectAt, textAt } from '../../../../constraints/value';
import type { FixedChunking } from '../../../documents/chunk';
import type { Caller } from '../../credentials';
import { ServiceError } from '../../errors';
import type { ExistingResource } from '../../state/registry';
import type { CallContext } from '../call';

/** A knowledge base on an index of S3 Vectors. */
export interface KnowledgeBase {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  readonly embeddingModelArn: string;
  /** Length of a vector, where the knowledge base says it. @default - the default of the model */
  readonly dimensions: number | undefined;
  /** ARN of the index; undefined for a store that has no data plane here. */
  readonly indexArn: string | undefined;
  readonly configuration: JsonObject;
  readonly storage: JsonObject;
}

/** A data source in S3. */
export interface DataSource {
  readonly id: string;
  readonly name: string;
  readonly bucket: string | undefined;
  readonly prefixes: readonly string[];
  readonly chunking: FixedChunking | undefined;
  readonly resource: ExistingResource;
}

/** Default of a data source without a chunking. Source: Amazon Bedrock user guide, "How content chunking works" (read 2026-12-01). */
const defaultChunking: FixedChunking = { maxTokens: 300, overlapPercentage: 0 };

/** The knowledge base of an id or ARN in the caller's account and region. @throws ServiceError (ResourceNotFoundException) */
export function requireBase(idOrArn: string, { cloud, account, region }: CallContext): KnowledgeBase {
  const id = idOrArn.split('/').at(-1) ?? '';
  const found = cloud.registry
    .list('AWS::Bedrock::KnowledgeBase', account, region)
    .find(({ physicalId }) => physicalId === id);
  if (found === undefined)
    throw new ServiceError('ResourceNotFoundException', `Knowledge base with id ${id} does not exist`, 404);
  return baseOf(found);
}

/** All knowledge bases of the caller's account and region. */
export function basesOf({ cloud, account, region }: CallContext): readonly KnowledgeBase[] {
  return cloud.registry.list('AWS::Bedrock::KnowledgeBase', account, region).map(baseOf);
}

function baseOf({ physicalId, arn, properties }: ExistingResource): KnowledgeBase {
  const configuration = objectAt(properties, 'KnowledgeBaseConfiguration') ?? {};
  const vectors = ['VectorKnowledgeBaseConfiguration', 'EmbeddingModelConfiguration'] as const;
  return {
    id: physicalId,
    arn,
    name: textAt(properties, 'Name') ?? physicalId,
    roleArn: textAt(properties, 'RoleArn') ?? '',
    embeddingModelArn: textAt(configuration, vectors[0], 'EmbeddingModelArn') ?? '',
    dimensions: numberAt(configuration, ...vectors, 'BedrockEmbeddingModelConfiguration', 'Dimensions'),
    indexArn: textAt(properties, 'StorageConfiguration', 'S3VectorsConfiguration', 'IndexArn'),
    configuration,
    storage: objectAt(properties, 'StorageConfiguration') ?? {},
  };
}

/** The data source of a knowledge base. @throws ServiceError (ResourceNotFoundException) */
export function requireSource(baseId: string, id: string, context: CallContext): DataSource {
  const found = sourcesOf(baseId, context).find((source) => source.id === id);
  if (found !== undefined) return found;
  throw new ServiceError(
    'ResourceNotFoundException',
    `DataSource with id ${id} in KnowledgeBase ${baseId} is not found`,
    404,
  );
}

/** All data sources of a knowledge base. */
export function sourcesOf(baseId: string, { cloud, account, region }: CallContext): readonly DataSource[] {
  return cloud.registry
    .list('AWS::Bedrock::DataSource', account, region)
    .filter(({ properties }) => textAt(properties, 'KnowledgeBaseId') === baseId)
    .map(sourceOf);
}

function sourceOf(resource: ExistingResource): DataSource {
  const { physicalId, properties } = resource;
  const s3 = objectAt(properties, 'DataSourceConfiguration', 'S3Configuration');
  return {
    // A reference to a data source is the id of its knowledge base, a bar, and its own id.
    id: physicalId.split('|').at(-1) ?? physicalId,
    name: textAt(properties, 'Name') ?? physicalId,
    bucket: textAt(s3, 'BucketArn')?.split(':').at(-1),
    prefixes: listAt(s3, 'InclusionPrefixes').flatMap((prefix) => scalarText(prefix) ?? []),
    chunking: chunkingOf(properties),
    resource,
  };
}

/** @throws ServiceError (NotImplemented) for a chunking that needs a model */
function chunkingOf(properties: JsonObject): FixedChunking | undefined {
  const chunking = objectAt(properties, 'VectorIngestionConfiguration', 'ChunkingConfiguration');
  const strategy = textAt(chunking, 'ChunkingStrategy');
  switch (strategy) {
    case undefined:
      return defaultChunking;
    case 'NONE':
      return undefined;
    case 'FIXED_SIZE':
      return {
        maxTokens: numberAt(chunking, 'FixedSizeChunkingConfiguration', 'MaxTokens') ?? defaultChunking.maxTokens,
        overlapPercentage:
          numberAt(chunking, 'FixedSizeChunkingConfiguration', 'OverlapPercentage') ??
          defaultChunking.overlapPercentage,
      };
    default:
      throw new ServiceError('NotImplemented', `The local cloud does not chunk documents by ${strategy}`, 501);
  }
}

/** The role of a knowledge base as a caller: it reads, embeds and indexes. @throws ServiceError (ValidationException) */
export function roleOf({ id, roleArn }: KnowledgeBase): Caller {
  const [, account, name] = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(roleArn) ?? [];
  if (account === undefined || name === undefined)
    throw new ServiceError('ValidationException', `The role ARN of knowledge base ${id} is not valid: ${roleArn}`);
  return { account, role: { name, session: `BedrockKnowledgeBase-${id}` } };
}
