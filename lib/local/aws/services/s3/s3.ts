import { takeHandleSignal, waitBucket } from '../../cloudformation/wait-handle';
import { ServiceError } from '../../errors';
import { responseBucket } from '../../functions/custom-resource-request';
import { authorize } from '../../iam/authorize';
import type { Bucket } from '../../state/objects';
import type { CallContext, WireAnswer, WireRequest } from '../call';
import type { RestXmlService } from '../service';
import { s3Access } from './access';
import type { S3Request } from './message';
import { header, s3Xml } from './message';
import { checkSignatureVersion } from './old-signature';
import { assertUnderstood, notImplemented, operationOf } from './operation';
import { operations } from './operations';

/** Reads a path-style S3 request. */
export const s3Call: RestXmlService['call'] = (request, url) => {
  const s3Request = readRequest(request, url);
  const { bucket, key } = s3Request;
  return {
    action: operationOf(s3Request),
    resource: key === '' ? bucket : `${bucket}/${key}`,
    answer: (context) => answer(s3Request, context),
  };
};

/** The path as the client sent it: `..` and `//` are part of a key, which a parsed address would normalise. */
function readRequest({ method, url, headers, body }: WireRequest, { searchParams }: URL): S3Request {
  const [path = ''] = url.replace(/^https?:\/\/[^/]*/, '').split('?');
  const [, bucket = '', ...key] = path.split('/');
  return { method, path, bucket: decoded(bucket), key: decoded(key.join('/')), query: searchParams, headers, body };
}

/** A path without its escapes; one with a broken escape names nothing and stays as sent. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Answers an S3 request. Only stacks create and delete buckets: CreateBucket and DeleteBucket are not implemented. @throws ServiceError */
function answer(request: S3Request, context: CallContext): WireAnswer {
  const name = operationOf(request);
  if (request.bucket.startsWith(responseBucket)) return takeResponse(request, context);
  if (request.bucket.startsWith(waitBucket) && request.method === 'PUT') {
    takeHandleSignal(request.path, request.query.get('X-Amz-Signature'), request.body.toString('utf8'), context.cloud);
    return { status: 200, headers: { etag: '"local"' }, body: '' };
  }
  checkSignatureVersion(request, context.region);
  const operation = operations.get(name);
  if (name === 'ListBuckets') {
    assertUnderstood(name, request, {});
    authorize(s3Access(name, request, context), context);
    return listBuckets(context);
  }
  if (operation !== undefined) authorize(s3Access(name, request, context), context);
  // Before the bucket is looked for: "does not exist" is no answer to who wants to create it.
  if (name === 'CreateBucket') throw notImplemented(name);
  const bucket = requireBucket(request.bucket, context);
  const owner = header(request, 'x-amz-expected-bucket-owner');
  if (owner !== undefined && owner !== bucket.account) throw new ServiceError('AccessDenied', 'Access Denied', 403);
  if (operation === undefined) throw notImplemented(name);
  assertUnderstood(name, request, operation);
  try {
    return operation.answer(request, bucket, context, (other) => requireBucket(other, context));
  } catch (error) {
    // Who may not list a bucket does not learn what it lacks. Source: Amazon S3 API reference, GetObject (read 2026-11-30).
    if (error instanceof ServiceError && error.code === 'NoSuchKey') {
      authorize([{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket.name}` }], context);
    }
    throw error;
  }
}

function requireBucket(name: string, { cloud }: CallContext): Bucket {
  const bucket = cloud.buckets.get(name);
  if (bucket === undefined) throw new ServiceError('NoSuchBucket', `The specified bucket does not exist: ${name}`, 404);
  return bucket;
}

function listBuckets({ cloud, account }: CallContext): WireAnswer {
  const buckets = [...cloud.buckets.values()].filter((bucket) => bucket.account === account);
  return s3Xml('ListAllMyBucketsResult', {
    Owner: { ID: account },
    Buckets: { Bucket: buckets.map(({ name, createdAt }) => ({ Name: name, CreationDate: createdAt })) },
  });
}

/** Takes the answer of a custom resource's function. */
function takeResponse({ method, path, query, body }: S3Request, { cloud }: CallContext): WireAnswer {
  const taken = method === 'PUT' && cloud.responses.receive(path, query.get('X-Amz-Signature'), body.toString('utf8'));
  if (taken) return { status: 200, headers: { etag: '"local"' }, body: '' };
  throw new ServiceError('AccessDenied', 'Request has expired: nothing waits for this answer', 403);
}
