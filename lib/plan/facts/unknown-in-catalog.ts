import type { MessageCode } from '../../messages';
import type { Issue } from '../../platform';
import { listed, nearest } from '../../platform';

/** Something was named that the catalogue does not have. */
export function unknownInCatalog(
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
    message: `the catalogue has no ${noun} '${got}'`,
    got,
    expected: `${noun} ${listed(known)}`,
    fix: meant === undefined ? `use ${listed(known)}` : `did you mean '${meant}'?`,
  };
}
