import type { JsonObject } from '../../../../constraints/json';
import { textAt } from '../../../../constraints/value';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import type { RestOperation } from '../rest-operations';
import { restOperations } from '../rest-operations';
import { deleteVectors, getVectors, listVectors, putVectors, queryVectors } from './actions';
import { indexArnOf, requireIndex } from './vector-index';

const indexNames = ['indexArn', 'indexName', 'vectorBucketName'];

/**
 * Whether a request also asks for the rights of GetVectors.
 * Source: API model of S3 Vectors in botocore (2026-11), documentation of QueryVectors and ListVectors.
 */
const readsMore: Readonly<Record<string, (body: JsonObject) => boolean>> = {
  QueryVectors: ({ filter, returnMetadata }) => filter !== undefined || returnMetadata === true,
  ListVectors: ({ returnData, returnMetadata }) => returnData === true || returnMetadata === true,
};

function access(action: string, body: JsonObject, context: CallContext): readonly AccessRequest[] {
  const resource = indexArnOf(body, context);
  const also = readsMore[action]?.(body) === true ? ['GetVectors'] : [];
  return [action, ...also].map((name) => ({ action: `s3vectors:${name}`, resource }));
}

function operation(
  action: string,
  members: readonly string[],
  run: (body: JsonObject, context: CallContext) => JsonObject,
): RestOperation {
  return {
    method: 'POST',
    path: `/${action}`,
    action,
    members: [...indexNames, ...members],
    access: ({ body }, context) => access(action, body, context),
    run: ({ body }, context) => run(body, context),
  };
}

function getIndex(body: JsonObject, context: CallContext): JsonObject {
  const { resource, ...index } = requireIndex(indexArnOf(body, context), context.cloud);
  const key = textAt(resource.properties, 'EncryptionConfiguration', 'KmsKeyArn');
  return {
    index: {
      vectorBucketName: index.bucketName,
      indexName: index.name,
      indexArn: index.arn,
      dataType: 'float32',
      dimension: index.dimension,
      distanceMetric: index.metric,
      ...(index.nonFilterable.size === 0
        ? {}
        : { metadataConfiguration: { nonFilterableMetadataKeys: [...index.nonFilterable] } }),
      encryptionConfiguration: key === undefined ? { sseType: 'AES256' } : { sseType: 'aws:kms', kmsKeyArn: key },
    },
  };
}

/** The data plane of S3 Vectors: buckets and indexes are made by CloudFormation. */
export const s3VectorsCall = restOperations('s3vectors', [
  operation('PutVectors', ['vectors'], putVectors),
  operation('GetVectors', ['keys', 'returnData', 'returnMetadata'], getVectors),
  operation('DeleteVectors', ['keys'], deleteVectors),
  operation('ListVectors', ['maxResults', 'nextToken', 'returnData', 'returnMetadata'], listVectors),
  operation('QueryVectors', ['topK', 'queryVector', 'filter', 'returnDistance', 'returnMetadata'], queryVectors),
  operation('GetIndex', [], getIndex),
]);
