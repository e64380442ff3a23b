import { closest, distance } from 'fastest-levenshtein';

/** The most similar known name, or undefined when none is similar enough to be a misspelling. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3)) ? nearest : undefined;
}
