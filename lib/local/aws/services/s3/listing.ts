import { ServiceError } from '../../errors';
import type { S3Request } from './message';
import { inBytes } from './versioning';

/** What a listing is asked for. */
export interface ListingRequest {
  readonly prefix: string;
  readonly delimiter: string;
  readonly limit: number;
  /** Whether names in the answer are url-encoded, for characters that XML 1.0 cannot hold. */
  readonly encoded: boolean;
}

/** A page of a listing. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly prefixes: readonly string[];
  readonly truncated: boolean;
  /** The last key or common prefix of the page. */
  readonly last: string;
}

/** Reads what every listing is asked for. @throws ServiceError (InvalidArgument) */
export function listingRequest({ query }: S3Request, most: 'max-keys' | 'max-uploads' = 'max-keys'): ListingRequest {
  const text = query.get(most) ?? '1000';
  const limit = Number(text === '' ? 'NaN' : text);
  if (!Number.isInteger(limit) || limit < 0 || limit > 2_147_483_647) {
    throw new ServiceError(
      'InvalidArgument',
      `Argument ${most} must be an integer between 0 and 2147483647, got ${text}`,
    );
  }
  const encoding = query.get('encoding-type');
  if (encoding !== null && encoding !== 'url') {
    throw new ServiceError(
      'InvalidArgument',
      `Invalid Encoding Method specified in Request: ${encoding}; url is known`,
    );
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit: Math.min(limit, 1000),
    encoded: encoding === 'url',
  };
}

/** One page of items in the order of their keys; keys that share a part up to the delimiter are folded into one prefix. */
export function pageOf<T extends { readonly key: string }>(
  sorted: readonly T[],
  { prefix, delimiter, limit }: ListingRequest,
  follows: (item: T, folded: string | undefined) => boolean,
): Page<T> {
  const items: T[] = [];
  const prefixes = new Set<string>();
  let last = '';
  for (const item of sorted) {
    if (!item.key.startsWith(prefix)) continue;
    const cut = delimiter === '' ? -1 : item.key.indexOf(delimiter, prefix.length);
    const folded = cut < 0 ? undefined : item.key.slice(0, cut + delimiter.length);
    if (!follows(item, folded) || (folded !== undefined && prefixes.has(folded))) continue;
    if (items.length + prefixes.size >= limit) return { items, prefixes: [...prefixes], truncated: limit > 0, last };
    if (folded === undefined) items.push(item);
    else prefixes.add(folded);
    last = folded ?? item.key;
  }
  return { items, prefixes: [...prefixes], truncated: false, last };
}

/** Whether a key, or the prefix that it is folded into, comes after a marker. */
export function after(key: string, folded: string | undefined, marker: string): boolean {
  if (marker === '') return true;
  if (folded !== undefined && folded === marker) return false;
  return inBytes(key, marker) > 0;
}

/** A name as the answer writes it. */
export function written(name: string, { encoded }: ListingRequest): string {
  // S3 encodes a space as +, and leaves / as it is.
  return encoded ? encodeURIComponent(name).replaceAll('%20', '+').replaceAll('%2F', '/') : name;
}
