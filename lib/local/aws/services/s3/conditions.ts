import { ServiceError } from '../../errors';
import type { StoredObject } from '../../state/objects';
import type { S3Request } from './message';
import { header } from './message';

/** What the conditions of a read say: answer it, or say that the client has it already. */
export type ReadOutcome = 'read' | 'not-modified';

/**
 * Checks the conditions of a read. `If-Match` wins over `If-Unmodified-Since`, `If-None-Match` over `If-Modified-Since`.
 * Source: Amazon S3 API Reference, GetObject (read 2026-11-30).
 * @param prefix - of the headers: empty, or `x-amz-copy-source-` for the source of a copy
 * @throws ServiceError (PreconditionFailed)
 */
export function readOutcome(request: S3Request, object: StoredObject, prefix = ''): ReadOutcome {
  const match = header(request, `${prefix}if-match`);
  const noneMatch = header(request, `${prefix}if-none-match`);
  const unmodified = time(header(request, `${prefix}if-unmodified-since`));
  const modified = time(header(request, `${prefix}if-modified-since`));
  // A date in a header has whole seconds.
  const changed = Math.floor(object.lastModified.getTime() / 1000) * 1000;
  if (match !== undefined && !names(match, object)) throw preconditionFailed('If-Match');
  if (match === undefined && unmodified !== undefined && changed > unmodified)
    throw preconditionFailed('If-Unmodified-Since');
  if (noneMatch !== undefined) return names(noneMatch, object) ? 'not-modified' : 'read';
  return modified !== undefined && changed <= modified ? 'not-modified' : 'read';
}

/**
 * Checks the conditions of a write over what is there.
 * Source: Amazon S3 User Guide, "Add preconditions to S3 operations with conditional requests" (read 2026-11-30).
 * @throws ServiceError (PreconditionFailed, NoSuchKey, NotImplemented)
 */
export function assertWritable(request: S3Request, current: StoredObject | undefined): void {
  const match = header(request, 'if-match');
  const noneMatch = header(request, 'if-none-match');
  if (noneMatch !== undefined && noneMatch !== '*') {
    throw new ServiceError(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented: If-None-Match takes * for a write',
      501,
    );
  }
  if (noneMatch === '*' && current !== undefined) throw preconditionFailed('If-None-Match');
  if (match === undefined) return;
  if (current === undefined) throw noSuchKey(request.key);
  if (!names(match, current)) throw preconditionFailed('If-Match');
}

/** The error of a key that does not exist. */
export function noSuchKey(key: string): ServiceError {
  return new ServiceError('NoSuchKey', `The specified key does not exist: ${key}`, 404);
}

/** The error of a condition that does not hold. */
export function preconditionFailed(condition: string): ServiceError {
  return new ServiceError(
    'PreconditionFailed',
    `At least one of the pre-conditions you specified did not hold: ${condition}`,
    412,
  );
}

function names(tags: string, { etag }: StoredObject): boolean {
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '').replace(/^"|"$/g, '');
  return tags.trim() === '*' || tags.split(',').some((tag) => plain(tag) === plain(etag));
}

function time(text: string | undefined): number | undefined {
  const parsed = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}
