import type { Issue } from '../issue';

/** A prefix of objects in a bucket: without the slash at its end it would also match its longer neighbours. */
export function prefixIssues(path: string, got: string): readonly Issue[] {
  if (/^([\w.-]+\/)+$/.test(got)) return [];
  const trimmed = got.replace(/^\/+|\/+$/g, '');
  return [
    {
      code: 'InvalidPrefix',
      path,
      message: 'not a prefix of objects',
      got,
      expected: 'path segments ending in a slash and not starting with one, for example handbook/',
      fix: trimmed === '' ? 'write a prefix, for example handbook/' : `write '${trimmed}/'`,
    },
  ];
}
