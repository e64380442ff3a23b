import { ServiceError } from '../../errors';
import type { ObjectAttributes } from '../../state/objects';
import type { S3Request } from './message';
import { header } from './message';

/** Headers of an object that S3 keeps and repeats. */
const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
  'x-amz-storage-class',
  'x-amz-website-redirect-location',
];

/** Bytes of user metadata. Source: Amazon S3 User Guide, "Working with object metadata" (read 2026-11-30). */
const metadataLimit = 2048;
/** Source: Amazon S3 User Guide, "Categorizing your objects using tags" (read 2026-11-30). */
const tagLimit = { count: 10, key: 128, value: 256 };

/** Headers of a write that attributes are read from. */
export const attributeHeaders: readonly string[] = [
  ...kept.filter((name) => name.startsWith('x-amz-')),
  'x-amz-server-side-encryption-context',
  'x-amz-tagging',
];

/** The attributes that a write states. @throws ServiceError (MetadataTooLarge, InvalidArgument, InvalidTag) */
export function attributesOf(request: S3Request): ObjectAttributes {
  const headers = new Map<string, string>();
  for (const name of kept) {
    const value = header(request, name);
    const stored = name === 'content-encoding' ? value?.replace(/,?\s*aws-chunked/, '') : value;
    if (stored !== undefined && stored !== '') headers.set(name, stored);
  }
  return { headers, metadata: metadataOf(request), tags: tagsIn(header(request, 'x-amz-tagging')) };
}

function metadataOf(request: S3Request): ReadonlyMap<string, string> {
  const metadata = new Map(
    Object.keys(request.headers)
      .filter((name) => name.startsWith('x-amz-meta-'))
      .map((name) => [name.slice('x-amz-meta-'.length), header(request, name) ?? '']),
  );
  const size = [...metadata].reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  if (size > metadataLimit) {
    throw new ServiceError(
      'MetadataTooLarge',
      `Your metadata headers exceed the maximum allowed metadata size: ${size} bytes given, at most ${metadataLimit}`,
    );
  }
  return metadata;
}

/** Tags in the form of a query. @throws ServiceError (InvalidArgument, InvalidTag) */
function tagsIn(text: string | undefined): ReadonlyMap<string, string> {
  const pairs = [...new URLSearchParams(text ?? '')];
  return tagSet(pairs);
}

/** Tags by key. @throws ServiceError (InvalidTag, BadRequest) for too many, too long or repeated ones */
export function tagSet(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (tags.has(key)) throw new ServiceError('InvalidTag', `Cannot provide multiple Tags with the same key: ${key}`);
    if (key === '' || key.length > tagLimit.key || key.startsWith('aws:'))
      throw new ServiceError('InvalidTag', `The TagKey you have provided is invalid: ${key}`);
    if (value.length > tagLimit.value)
      throw new ServiceError('InvalidTag', `The TagValue you have provided is invalid: ${value}`);
    tags.set(key, value);
  }
  if (tags.size > tagLimit.count) {
    throw new ServiceError('BadRequest', `Object tags cannot be greater than ${tagLimit.count}: ${tags.size} given`);
  }
  return tags;
}
