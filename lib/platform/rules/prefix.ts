import type { Issue } from '../issue';

/** A prefix of objects in a bucket ends with a slash: without it, `docs` would also match `docs-old/`. */
export function prefixIssues(path: string, got: string): readonly Issue[] {
  if (/^([\w.-]+\/)+$/.test(got)) return [];
  const trimmed = got.replace(/^\/+|\/+$/g, '');
  return [
    {
      code: 'InvalidPrefix',
      path,
      message: 'not a prefix of objects',
      got,
      expected: 'path segments with a final slash and no leading slash, for example handbook/',
      fix: trimmed === '' ? 'write a prefix, for example handbook/' : `write '${trimmed}/'`,
    },
  ];
}
