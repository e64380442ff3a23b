import type { Bucket, StoredObject } from '../../state/objects';
import type { WireAnswer } from '../call';
import { tagSet } from './attributes';
import { verifiedBody } from './body';
import type { S3Request } from './message';
import { s3Xml } from './message';
import { requireObject, versionHeader } from './objects';
import { malformed, xmlBody } from './xml-body';

/** GetObjectTagging. */
export function getObjectTagging(request: S3Request, bucket: Bucket): WireAnswer {
  const object = requireObject(request, bucket);
  const tags = [...object.tags].map(([Key, Value]) => ({ Key, Value }));
  return s3Xml('Tagging', { TagSet: { Tag: tags } }, versionHeader(object));
}

/** PutObjectTagging: replaces the tags of an object, and nothing else of it. @throws ServiceError (MalformedXML, InvalidTag) */
export function putObjectTagging(request: S3Request, bucket: Bucket): WireAnswer {
  const object = requireObject(request, bucket);
  const sets = xmlBody(verifiedBody(request).body, 'Tagging').children('TagSet');
  const [set] = sets;
  if (set === undefined || sets.length > 1) throw malformed();
  const pairs = set.children('Tag').map((tag) => {
    const key = tag.text('Key');
    const value = tag.text('Value');
    if (key === undefined || value === undefined) throw malformed();
    return [key, value] as const;
  });
  replace(bucket, { ...object, tags: tagSet(pairs) });
  return { status: 200, headers: versionHeader(object), body: '' };
}

/** DeleteObjectTagging. */
export function deleteObjectTagging(request: S3Request, bucket: Bucket): WireAnswer {
  const object = requireObject(request, bucket);
  replace(bucket, { ...object, tags: new Map() });
  return { status: 204, headers: versionHeader(object), body: '' };
}

/** Puts an object with other tags in the place of its own version. */
function replace(bucket: Bucket, object: StoredObject): void {
  if (bucket.objects.get(object.key)?.versionId === object.versionId) {
    bucket.objects.set(object.key, object);
    return;
  }
  for (const [place, version] of bucket.versions) {
    if (version.key === object.key && version.versionId === object.versionId)
      bucket.versions.set(place, { ...version, object });
  }
}
