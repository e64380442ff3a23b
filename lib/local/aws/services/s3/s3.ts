import { ServiceError } from '../../errors';
import { responseBucket } from '../../functions/custom-resource-request';
import type { Bucket } from '../../state/objects';
import type { CallContext, WireAnswer, WireRequest } from '../call';
import type { RestXmlService } from '../service';
import { bucketTagging, listVersions } from './bucket-views';
import type { S3Request } from './message';
import { s3Xml } from './message';
import { abortUpload, completeUpload, createUpload, uploadPart } from './multipart';
import { copyObject, deleteObject, deleteObjects, getObject, listObjects, putObject } from './objects';

/** Reads a path-style S3 request. */
export const s3Call: RestXmlService['call'] = (request, url) => {
  const s3Request = readRequest(request, url);
  const { bucket, key } = s3Request;
  return {
    action: s3Action(s3Request),
    resource: key === '' ? bucket : `${bucket}/${key}`,
    answer: (context) => s3(s3Request, context),
  };
};

function readRequest({ method, headers, body }: WireRequest, url: URL): S3Request {
  const [, bucket = '', ...key] = url.pathname.split('/');
  return {
    method,
    path: url.pathname,
    bucket: decoded(bucket),
    key: decoded(key.join('/')),
    query: url.searchParams,
    headers,
    body,
  };
}

/** A path without its escapes; one with a broken escape names nothing and stays as sent. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The operation of a request, for the log and for errors. */
function s3Action({ method, bucket, key, query, headers }: S3Request): string {
  if (bucket === '') return method === 'GET' ? 'ListBuckets' : method;
  if (key === '') {
    if (method === 'HEAD') return 'HeadBucket';
    if (method === 'POST' && query.has('delete')) return 'DeleteObjects';
    if (method !== 'GET') return { PUT: 'CreateBucket', DELETE: 'DeleteBucket' }[method] ?? method;
    const configuration = ['location', 'encryption', 'versioning', 'policy', 'tagging', 'versions', 'uploads'].find(
      (name) => query.has(name),
    );
    if (configuration === 'versions') return 'ListObjectVersions';
    if (configuration !== undefined)
      return `GetBucket${configuration.charAt(0).toUpperCase()}${configuration.slice(1)}`;
    return query.get('list-type') === '2' ? 'ListObjectsV2' : 'ListObjects';
  }
  if (query.has('tagging')) return `${method} ObjectTagging`;
  if (query.has('uploadId')) {
    return { PUT: 'UploadPart', POST: 'CompleteMultipartUpload', DELETE: 'AbortMultipartUpload' }[method] ?? method;
  }
  if (method === 'POST' && query.has('uploads')) return 'CreateMultipartUpload';
  if (method === 'PUT' && headers['x-amz-copy-source'] !== undefined) return 'CopyObject';
  return { GET: 'GetObject', HEAD: 'HeadObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method] ?? method;
}

/** Answers an S3 request. Only stacks create and delete buckets: CreateBucket and DeleteBucket are not implemented. @throws ServiceError */
function s3(request: S3Request, context: CallContext): WireAnswer {
  const action = s3Action(request);
  if (request.bucket.startsWith(responseBucket)) return takeResponse(request, context);
  if (action === 'ListBuckets') return listBuckets(context);
  const bucket = requireBucket(request.bucket, context);
  switch (action) {
    case 'HeadBucket':
      return { status: 200, headers: { 'x-amz-bucket-region': bucket.region }, body: '' };
    case 'GetBucketLocation':
      // The only answer of S3 whose root is the value; for us-east-1 it is empty.
      return s3Xml('LocationConstraint', bucket.region === 'us-east-1' ? '' : bucket.region);
    case 'GetBucketEncryption':
      return encryption(bucket, context);
    case 'GetBucketTagging':
      return bucketTagging(bucket, context);
    case 'ListObjectVersions':
      return listVersions(request, bucket);
    case 'ListObjectsV2':
      return listObjects(request, bucket);
    case 'GetObject':
    case 'HeadObject':
      return getObject(request, bucket);
    case 'PutObject':
      return putObject(request, bucket, context);
    case 'CopyObject':
      return copyObject(request, bucket, context, (name) => requireBucket(name, context));
    case 'DeleteObject':
      return deleteObject(request, bucket);
    case 'DeleteObjects':
      return deleteObjects(request, bucket);
    case 'CreateMultipartUpload':
      return createUpload(request, bucket, context);
    case 'UploadPart':
      return uploadPart(request, bucket);
    case 'CompleteMultipartUpload':
      return completeUpload(request, bucket, context);
    case 'AbortMultipartUpload':
      return abortUpload(request, bucket);
    default:
      throw new ServiceError('NotImplemented', `The local cloud does not implement s3:${action}`, 501);
  }
}

/** Takes the answer of a custom resource's function. */
function takeResponse({ method, path, query, body }: S3Request, { cloud }: CallContext): WireAnswer {
  const taken = method === 'PUT' && cloud.responses.receive(path, query.get('X-Amz-Signature'), body.toString('utf8'));
  if (taken) return { status: 200, headers: { etag: '"local"' }, body: '' };
  throw new ServiceError('AccessDenied', 'Request has expired: nothing waits for this answer', 403);
}

function requireBucket(name: string, { cloud, account }: CallContext): Bucket {
  const bucket = cloud.buckets.get(name);
  if (bucket === undefined) throw new ServiceError('NoSuchBucket', `The specified bucket does not exist: ${name}`, 404);
  // Bucket policies are not evaluated, so only the account of the bucket has access.
  if (bucket.account !== account)
    throw new ServiceError('AccessDenied', `Bucket ${name} belongs to another account than ${account}`, 403);
  return bucket;
}

function listBuckets({ cloud, account }: CallContext): WireAnswer {
  const buckets = [...cloud.buckets.values()].filter((bucket) => bucket.account === account);
  return s3Xml('ListAllMyBucketsResult', {
    Owner: { ID: account },
    Buckets: { Bucket: buckets.map(({ name, createdAt }) => ({ Name: name, CreationDate: createdAt })) },
  });
}

function encryption(bucket: Bucket, { cloud }: CallContext): WireAnswer {
  const resource = cloud.registry
    .list('AWS::S3::Bucket', bucket.account)
    .find(({ physicalId }) => physicalId === bucket.name);
  const text = JSON.stringify(resource?.properties['BucketEncryption'] ?? {});
  const algorithm = /"SSEAlgorithm":"([^"]+)"/.exec(text)?.[1] ?? 'AES256';
  const key = /"KMSMasterKeyID":"([^"]+)"/.exec(text)?.[1];
  return s3Xml('ServerSideEncryptionConfiguration', {
    Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: key } },
  });
}
