import { isList, isObject, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { Bucket } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import type { S3Request } from './message';
import { s3Xml } from './message';

/** GetBucketTagging: the tags that the stack gave the bucket. */
export function bucketTagging(bucket: Bucket, { cloud }: CallContext): WireAnswer {
  const resource = cloud.registry
    .list('AWS::S3::Bucket', bucket.account)
    .find(({ physicalId }) => physicalId === bucket.name);
  const tags = resource?.properties['Tags'];
  if (!isList(tags) || tags.length === 0) throw new ServiceError('NoSuchTagSet', 'The TagSet does not exist', 404);
  const set = tags.filter(isObject).map(({ Key, Value }) => ({
    Key: scalarText(Key) ?? '',
    Value: scalarText(Value) ?? '',
  }));
  return s3Xml('Tagging', { TagSet: { Tag: set } });
}

/** ListObjectVersions: each object has the one version that a bucket without versioning gives it. */
export function listVersions(request: S3Request, bucket: Bucket): WireAnswer {
  const prefix = request.query.get('prefix') ?? '';
  const marker = request.query.get('key-marker') ?? '';
  const limit = Math.min(Number(request.query.get('max-keys') ?? '1000'), 1000);
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix) && key > marker).sort();
  const page = keys.slice(0, limit);
  const truncated = keys.length > page.length;
  return s3Xml('ListVersionsResult', {
    Name: bucket.name,
    Prefix: prefix,
    MaxKeys: limit,
    IsTruncated: truncated,
    NextKeyMarker: truncated ? page.at(-1) : undefined,
    NextVersionIdMarker: truncated ? 'null' : undefined,
    Version: page.map((key) => {
      const object = bucket.objects.get(key);
      return {
        Key: key,
        VersionId: 'null',
        IsLatest: true,
        LastModified: object?.lastModified,
        ETag: object?.etag,
        Size: object?.body.length,
      };
    }),
  });
}
