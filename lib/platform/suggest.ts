import { distance } from 'fastest-levenshtein';

/** Shorter beginnings than this say too little. */
const shortestBeginning = 4;

/**
 * The candidate a writer most likely meant, or nothing when none is near: one letter differs, or the name was not
 * written to its end (`H100` for `H100-80GB-SXM`), or at most half of the letters, and at most three, differ. Ties go to
 * the candidate that sorts first, so that the answer does not depend on declaration order.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 2)));
  const written = word.toLowerCase();
  const near = [...candidates]
    .map((candidate) => ({ candidate, steps: distance(written, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1));
  const begun = near.find(
    ({ candidate }) => written.length >= shortestBeginning && candidate.toLowerCase().startsWith(written),
  );
  const [best] = near;
  if (best === undefined) return undefined;
  if (best.steps <= 1 || begun === undefined) return best.steps <= limit ? best.candidate : undefined;
  return begun.candidate;
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
