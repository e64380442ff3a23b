import type { Issue } from '../issue';

/** Entries that are in the list more than once, reported at every place but the first. */
export function repeated(path: string, entries: readonly string[]): readonly Issue[] {
  return entries.flatMap((entry, index): readonly Issue[] => {
    if (entries.indexOf(entry) === index) return [];
    return [
      {
        code: 'RepeatedEntry',
        path: `${path}[${index}]`,
        message: `'${entry}' is already in the list`,
        got: entry,
        expected: 'every entry once',
        fix: `remove ${path}[${index}]`,
      },
    ];
  });
}
