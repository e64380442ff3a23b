import type { Issue, UnknownName } from '../../platform';
import { listed, nearest, unknownName } from '../../platform';

/** The issue about a name that the catalogue does not have, with the nearest name that it has. */
export function unknownInCatalog(name: Omit<UnknownName, 'message' | 'expectedOfNone' | 'otherwise'>): Issue {
  const { noun, got, known } = name;
  return unknownName({
    ...name,
    message: `the catalogue has no ${noun} '${got}'`,
    expectedOfNone: `a ${noun} of the catalogue, which has none here`,
    otherwise: known.length === 0 ? 'add a row for it under catalog, or choose another' : sameEnding(got, known),
  });
}

/** `Qwen/Qwen3-32B` for `Qwen3-32B` or `qwen3-32`: compares the part of a repository's name after its owner. */
function sameEnding(got: string, known: readonly string[]): string {
  const tail = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const tails = new Map(known.toSorted().map((name) => [tail(name), name]));
  const near = nearest(tail(got), tails.keys());
  const meant = near === undefined ? undefined : tails.get(near);
  return meant === undefined ? `use ${listed(known, got)}` : `did you mean '${meant}'?`;
}
