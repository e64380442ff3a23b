import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { listAt, numberAt, textAt } from '../../../../constraints/value';
import type { DistanceMetric } from '../../../vectors/distance';
import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { ExistingResource } from '../../state/registry';
import type { Table } from '../../state/table';
import type { CallContext } from '../call';

/** A stored vector; `data` has 32-bit values. */
export interface StoredVector {
  readonly key: string;
  readonly data: readonly number[];
  readonly metadata: JsonObject;
}

/** A vector index that a stack made, and its vectors. */
export interface VectorIndex {
  readonly arn: string;
  readonly bucketName: string;
  readonly name: string;
  readonly dimension: number;
  readonly metric: DistanceMetric;
  /** Metadata keys that queries cannot filter on. */
  readonly nonFilterable: ReadonlySet<string>;
  readonly resource: ExistingResource;
  readonly vectors: Table<StoredVector>;
}

const arnParts = /^arn:aws[\w-]*:s3vectors:([\w-]+):(\d{12}):bucket\/([^/]+)\/index\/([^/]+)$/;

/** The name of the table of an index. */
export function vectorTable(arn: string): string {
  return `vectors/${arn}`;
}

/** The ARN of the index that a request names. @throws ServiceError (ValidationException) */
export function indexArnOf(input: JsonObject, { account, region }: CallContext): string {
  const arn = scalarText(input['indexArn']);
  const bucket = scalarText(input['vectorBucketName']);
  const name = scalarText(input['indexName']);
  if (arn !== undefined && bucket === undefined && name === undefined) {
    if (arnParts.test(arn)) return arn;
    throw invalid(`indexArn: ${arn} is not the ARN of a vector index`);
  }
  if (arn === undefined && bucket !== undefined && name !== undefined)
    return `arn:aws:s3vectors:${region}:${account}:bucket/${bucket}/index/${name}`;
  throw invalid('Specify either indexArn, or both vectorBucketName and indexName');
}

/** The index of an ARN. @throws ServiceError (NotFoundException) */
export function requireIndex(arn: string, cloud: Cloud): VectorIndex {
  const [, region = '', account = '', bucketName = '', name = ''] = arnParts.exec(arn) ?? [];
  const resource = cloud.registry
    .list('AWS::S3Vectors::Index', account, region)
    .find((known) => known.arn === arn || known.physicalId === arn);
  if (resource === undefined)
    throw new ServiceError('NotFoundException', 'The specified index could not be found', 404);
  const { properties } = resource;
  return {
    arn,
    bucketName,
    name,
    dimension: numberAt(properties, 'Dimension') ?? 0,
    metric: textAt(properties, 'DistanceMetric') === 'euclidean' ? 'euclidean' : 'cosine',
    nonFilterable: new Set(
      listAt(properties, 'MetadataConfiguration', 'NonFilterableMetadataKeys').flatMap((key) => scalarText(key) ?? []),
    ),
    resource,
    vectors: cloud.ledger.table<StoredVector>(vectorTable(arn)),
  };
}

/** What S3 Vectors says about a request that it cannot accept. */
export function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
