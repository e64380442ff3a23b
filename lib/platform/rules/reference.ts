import type { MessageCode } from '../../messages';
import type { Issue } from '../issue';
import { listed, nearest } from '../suggest';

/** A key that names nothing, with the nearest key that does. */
export function unknownReference(
  code: MessageCode,
  path: string,
  noun: string,
  got: string,
  known: readonly string[],
): Issue {
  const meant = nearest(got, known);
  return {
    code,
    path,
    message: `unknown ${noun} '${got}'`,
    got,
    expected: `${noun} ${listed(known)}`,
    fix: meant === undefined ? `use ${listed(known)} or declare '${got}'` : `did you mean '${meant}'?`,
  };
}

/** Entries written more than once, reported at their second place. */
export function repeated(path: string, entries: readonly string[]): readonly Issue[] {
  return entries.flatMap((entry, index) => {
    const first = entries.indexOf(entry);
    if (first === index) return [];
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
