import type { MessageCode } from '../../messages';
import type { Issue } from '../../platform';
import { listed, nearest } from '../../platform';

/** A name that the catalogue does not have, with the nearest name that it has. */
export function unknownInCatalog(
  code: MessageCode,
  path: string,
  noun: string,
  got: string,
  known: readonly string[],
): Issue {
  const meant = nearest(got, known) ?? sameEnding(got, known);
  const alike = known.filter((name) => name.slice(0, 3).toLowerCase() === got.slice(0, 3).toLowerCase());
  const choice = listed(alike.length === 0 ? known : alike);
  return {
    code,
    path,
    message: `the catalogue has no ${noun} '${got}'`,
    got,
    expected: `${noun} ${choice}`,
    fix: meant === undefined ? `use ${choice}` : `did you mean '${meant}'?`,
  };
}

/** `Qwen/Qwen3-32B` for `Qwen3-32B` or `qwen3-32`: compares the part of a repository's name after its owner. */
function sameEnding(got: string, known: readonly string[]): string | undefined {
  const tail = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const tails = new Map(known.toSorted().map((name) => [tail(name), name]));
  const near = nearest(tail(got), tails.keys());
  return near === undefined ? undefined : tails.get(near);
}
