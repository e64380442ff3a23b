import { textAt } from '../../../../constraints/value';
import type { Cloud } from '../../state/cloud';
import type { Bucket, StoredObject, StoredVersion } from '../../state/objects';

/** Whether a bucket keeps earlier versions; `unset` when its template never said so. */
export type Versioning = 'Enabled' | 'Suspended' | 'unset';

/** A version as the listing of versions shows it. */
export interface ListedVersion extends StoredVersion {
  readonly latest: boolean;
}

/** The version id of what is written without versioning. */
const noVersion = 'null';

/** The versioning that the template of a bucket declares. */
export function versioningOf(bucket: Bucket, cloud: Cloud): Versioning {
  const resource = cloud.registry
    .list('AWS::S3::Bucket', bucket.account)
    .find(({ physicalId }) => physicalId === bucket.name);
  const status = textAt(resource?.properties, 'VersioningConfiguration', 'Status');
  return status === 'Enabled' || status === 'Suspended' ? status : 'unset';
}

/** The version id of the next write. */
export function nextVersionId(bucket: Bucket, cloud: Cloud): string {
  return versioningOf(bucket, cloud) === 'Enabled' ? cloud.ids.fresh('version').replaceAll('-', '') : noVersion;
}

/** Makes an object the current version of its key. A version `null` replaces the earlier one of that name. */
export function write(bucket: Bucket, object: StoredObject): void {
  retire(bucket, object.key, object.versionId);
  bucket.objects.set(object.key, object);
}

/** What deleting a key without naming a version left: the id of the marker, in a bucket with versioning. */
export function deleteCurrent(bucket: Bucket, key: string, cloud: Cloud): string | undefined {
  if (versioningOf(bucket, cloud) === 'unset') {
    bucket.objects.delete(key);
    return undefined;
  }
  const versionId = nextVersionId(bucket, cloud);
  retire(bucket, key, versionId);
  bucket.objects.delete(key);
  put(bucket, { key, versionId, lastModified: cloud.now(), object: undefined });
  return versionId;
}

/** Deletes one version for good; the newest one that is left becomes the current one. @returns what was deleted */
export function deleteVersion(bucket: Bucket, key: string, versionId: string): StoredVersion | undefined {
  const known = versionsOf(bucket, key);
  const found = known.find((version) => version.versionId === versionId);
  if (found === undefined) return undefined;
  if (bucket.objects.get(key)?.versionId === versionId) bucket.objects.delete(key);
  else bucket.versions.delete(place(key, versionId));
  const [next] = versionsOf(bucket, key);
  if (known[0] === found && next?.object !== undefined) {
    bucket.versions.delete(place(key, next.versionId));
    bucket.objects.set(key, next.object);
  }
  return found;
}

/** A version of a key, by its id. */
export function versionNamed(bucket: Bucket, key: string, versionId: string): StoredVersion | undefined {
  return versionsOf(bucket, key).find((version) => version.versionId === versionId);
}

/** Every version of a key, the newest first. */
function versionsOf(bucket: Bucket, key: string): readonly StoredVersion[] {
  const current = bucket.objects.get(key);
  const earlier = [...bucket.versions.values()].filter((version) => version.key === key).reverse();
  return current === undefined ? earlier : [asVersion(current), ...earlier];
}

/** Every version of every key, by key in the order of UTF-8, the newest of a key first. */
export function allVersions(bucket: Bucket): readonly ListedVersion[] {
  const byKey = new Map<string, StoredVersion[]>();
  for (const version of [...bucket.versions.values()].reverse()) {
    byKey.set(version.key, [...(byKey.get(version.key) ?? []), version]);
  }
  for (const object of bucket.objects.values()) {
    byKey.set(object.key, [asVersion(object), ...(byKey.get(object.key) ?? [])]);
  }
  return [...byKey.keys()]
    .sort(inBytes)
    .flatMap((key) => (byKey.get(key) ?? []).map((version, index) => ({ ...version, latest: index === 0 })));
}

/** Removes every object and every version, as nobody but a test or a stand-in can. */
export function empty(bucket: Bucket): void {
  bucket.objects.clear();
  bucket.versions.clear();
}

/** The order of keys in listings: by the bytes of their UTF-8, which differs from the order of JavaScript. */
export function inBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function asVersion(object: StoredObject): StoredVersion {
  const { key, versionId, lastModified } = object;
  return { key, versionId, lastModified, object };
}

/** Makes room for a new version: the current one becomes an earlier one, and a version of the same id goes. */
function retire(bucket: Bucket, key: string, versionId: string): void {
  const current = bucket.objects.get(key);
  bucket.versions.delete(place(key, versionId));
  if (current !== undefined && current.versionId !== versionId) put(bucket, asVersion(current));
}

function put(bucket: Bucket, version: StoredVersion): void {
  bucket.versions.set(place(version.key, version.versionId), version);
}

function place(key: string, versionId: string): string {
  return `${key}\u0000${versionId}`;
}
