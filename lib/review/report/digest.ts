import { createHash } from 'node:crypto';
import type { Review } from './review';

/**
 * What an approval binds to: the changes of a review, and what was accepted of them. Equal changes have equal digests,
 * whatever the review is called, wherever the files lie and in whatever words it is written.
 * @returns `sha256:` and 64 hexadecimal digits
 */
export function digestOf({ changes, concerns }: Review): string {
  const accepted = concerns.flatMap(({ code, environment, cloud, address, path, accepted: reason }) =>
    reason === undefined ? [] : [{ code, environment, cloud, address, path, ...reason }],
  );
  // The line that declares a resource moves with every edit above it.
  const content = { changes: changes.map((change): object => ({ ...change, place: undefined })), accepted };
  return `sha256:${createHash('sha256').update(JSON.stringify(content, sorted)).digest('hex')}`;
}

/** A replacer for `JSON.stringify` that puts the keys of objects in order. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
