import { ServiceError } from '../../errors';
import type { Bucket, StoredObject } from '../../state/objects';
import type { Xml } from '../../wire/xml';
import type { WireAnswer } from '../call';
import type { ListingRequest, Page } from './listing';
import { after, listingRequest, pageOf, written } from './listing';
import type { S3Request } from './message';
import { s3Xml } from './message';
import { allVersions, inBytes } from './versioning';

/** ListObjectsV2. */
export function listObjectsV2(request: S3Request, bucket: Bucket): WireAnswer {
  const { query } = request;
  const listing = listingRequest(request);
  const token = query.get('continuation-token');
  const page = objectsAfter(bucket, listing, token === null ? (query.get('start-after') ?? '') : markerOf(token));
  return s3Xml('ListBucketResult', {
    ...head(bucket, listing),
    KeyCount: page.items.length + page.prefixes.length,
    IsTruncated: page.truncated,
    StartAfter: query.get('start-after') === null ? undefined : written(query.get('start-after') ?? '', listing),
    ContinuationToken: token ?? undefined,
    NextContinuationToken: page.truncated ? tokenOf(page.last) : undefined,
    ...objectRows(page, listing, query.get('fetch-owner') === 'true' ? bucket.account : undefined),
  });
}

/** ListObjects, the older form with markers. */
export function listObjectsV1(request: S3Request, bucket: Bucket): WireAnswer {
  const listing = listingRequest(request);
  const marker = request.query.get('marker') ?? '';
  const page = objectsAfter(bucket, listing, marker);
  return s3Xml('ListBucketResult', {
    ...head(bucket, listing),
    Marker: written(marker, listing),
    IsTruncated: page.truncated,
    NextMarker: page.truncated && listing.delimiter !== '' ? written(page.last, listing) : undefined,
    ...objectRows(page, listing, bucket.account),
  });
}

/** ListObjectVersions: every version and every marker of a deletion. */
export function listObjectVersions(request: S3Request, bucket: Bucket): WireAnswer {
  const { query } = request;
  const listing = listingRequest(request);
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker') ?? '';
  let passed = false;
  const page = pageOf(allVersions(bucket), listing, (version, folded) => {
    if (version.key !== keyMarker || versionMarker === '') return after(version.key, folded, keyMarker);
    const seen = passed;
    passed ||= version.versionId === versionMarker;
    return seen;
  });
  const [lastVersion] = page.items.slice(-1);
  const rows = (markers: boolean): readonly Xml[] =>
    page.items
      .filter(({ object }) => (object === undefined) === markers)
      .map(({ key, versionId, lastModified, latest, object }) => ({
        Key: written(key, listing),
        VersionId: versionId,
        IsLatest: latest,
        LastModified: lastModified,
        ...(object === undefined ? {} : objectFacts(object)),
        Owner: { ID: bucket.account },
      }));
  return s3Xml('ListVersionsResult', {
    ...head(bucket, listing),
    KeyMarker: written(keyMarker, listing),
    VersionIdMarker: versionMarker,
    IsTruncated: page.truncated,
    NextKeyMarker: page.truncated ? written(page.last, listing) : undefined,
    NextVersionIdMarker: page.truncated && lastVersion?.key === page.last ? lastVersion.versionId : undefined,
    Version: rows(false),
    DeleteMarker: rows(true),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: written(prefix, listing) })),
  });
}

function head(bucket: Bucket, listing: ListingRequest): Readonly<Record<string, Xml>> {
  return {
    Name: bucket.name,
    Prefix: written(listing.prefix, listing),
    Delimiter: listing.delimiter === '' ? undefined : written(listing.delimiter, listing),
    MaxKeys: listing.limit,
    EncodingType: listing.encoded ? 'url' : undefined,
  };
}

function objectsAfter(bucket: Bucket, listing: ListingRequest, marker: string): Page<StoredObject> {
  const sorted = [...bucket.objects.values()].sort((left, right) => inBytes(left.key, right.key));
  return pageOf(sorted, listing, ({ key }, folded) => after(key, folded, marker));
}

function objectRows(
  page: Page<StoredObject>,
  listing: ListingRequest,
  owner: string | undefined,
): Readonly<Record<string, Xml>> {
  return {
    Contents: page.items.map((object) => ({
      Key: written(object.key, listing),
      LastModified: object.lastModified,
      ...objectFacts(object),
      Owner: owner === undefined ? undefined : { ID: owner },
    })),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: written(prefix, listing) })),
  };
}

function objectFacts(object: StoredObject): Readonly<Record<string, Xml>> {
  return {
    ETag: object.etag,
    ChecksumAlgorithm: object.checksum.algorithm.toUpperCase(),
    Size: object.body.length,
    StorageClass: object.headers.get('x-amz-storage-class') ?? 'STANDARD',
  };
}

/** A token says nothing to a client: S3 gives no key away in it either. */
function tokenOf(marker: string): string {
  return Buffer.from(marker).toString('base64url');
}

function markerOf(token: string): string {
  if (!/^[\w-]+$/.test(token))
    throw new ServiceError('InvalidArgument', 'The continuation token provided is incorrect');
  return Buffer.from(token, 'base64url').toString('utf8');
}
