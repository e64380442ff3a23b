import { distance } from 'fastest-levenshtein';

/**
 * The candidate a writer most likely meant, or nothing when none is near: at most half of the letters, and at most
 * three, may differ. Ties go to the candidate that sorts first, so that the answer does not depend on declaration order.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 2)));
  return [...candidates]
    .map((candidate) => ({ candidate, steps: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .toSorted((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))[0]?.candidate;
}

/** `'a', 'b' or 'c'`, sorted; `none` for nothing. Long lists are cut after twelve. */
export function listed(candidates: Iterable<string>): string {
  const all = [...candidates].toSorted();
  if (all.length === 0) return 'none';
  const shown = all.slice(0, 12).map((candidate) => `'${candidate}'`);
  const rest = all.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} or one of ${rest} more` : joinWithOr(shown);
}

function joinWithOr(words: readonly string[]): string {
  return words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.slice(-1).join('')}`;
}
