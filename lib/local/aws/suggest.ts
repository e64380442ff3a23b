import { closest, distance } from 'fastest-levenshtein';

/** The known name that was probably meant, or undefined when none is near: a far-fetched guess helps nobody. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3)) ? nearest : undefined;
}
