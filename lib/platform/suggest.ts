import { distance } from 'fastest-levenshtein';
import type { MessageCode } from '../messages';
import type { Issue } from './issue';

/** A name with fewer letters is not completed: too many candidates begin with it. */
const shortestBeginning = 4;
/** Candidates that a message lists. */
const mostListed = 12;

/** A name that is not among the known ones. */
export interface UnknownName {
  readonly code: MessageCode;
  readonly path: string;
  /** What the name names, for example `region`. */
  readonly noun: string;
  readonly got: string;
  readonly known: readonly string[];
  /** @default - `unknown <noun> '<got>'` */
  readonly message?: string;
  /** What would have been accepted where no name is known. @default - none of this kind */
  readonly expectedOfNone?: string;
  /** Fix where no known name is near. @default - use one of the known names, or remove it where there are none */
  readonly otherwise?: string;
}

/** The issue about an unknown name: it lists the known names and suggests the nearest. */
export function unknownName(name: UnknownName): Issue {
  const { code, path, noun, got, known, message, otherwise } = name;
  const choices = listed(known, got);
  const none = known.length === 0;
  return {
    code,
    path,
    message: message ?? `unknown ${noun} '${got}'`,
    got,
    expected: none ? (name.expectedOfNone ?? `no ${noun} here`) : `${noun} ${choices}`,
    fix: didYouMean(got, known, otherwise ?? (none ? `remove '${got}'` : `use ${choices}`)),
  };
}

/** `did you mean 'x'?` for the nearest candidate, or another fix where none is near. */
export function didYouMean(got: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(got, candidates);
  return near === undefined ? otherwise : `did you mean '${near}'?`;
}

/**
 * The candidate that a writer most likely meant, or undefined when none is near: one letter differs, or the name was not
 * written to its end (`H100` for `H100-80GB-SXM`), or at most half of the letters, and at most three, differ, or letters
 * are left out inside (`DataZone.gpt-5.1` for `DataZoneStandard.gpt-5.1`), at most as many as are written. Ties go to the
 * candidate that sorts first, so that the answer does not depend on the order of declaration.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 2)));
  const near = byDistance(word, candidates);
  const written = word.toLowerCase();
  const begun = near.find(
    ({ candidate }) => written.length >= shortestBeginning && candidate.toLowerCase().startsWith(written),
  );
  const [best] = near;
  if (best === undefined) return undefined;
  if (best.steps <= 1 || (begun === undefined && best.steps <= limit)) return best.candidate;
  return (begun ?? near.find(({ candidate }) => isAbridged(written, candidate.toLowerCase())))?.candidate;
}

/** Whether a word is another one with letters left out after the first: at most as many as are written. */
function isAbridged(written: string, whole: string): boolean {
  if (written.length < shortestBeginning || whole.length > 2 * written.length || written[0] !== whole[0]) return false;
  let found = 0;
  for (const letter of whole) if (letter === written[found]) found += 1;
  return found === written.length;
}

/** The candidates with the fewest letters that differ, case aside, from near to far. */
export function nearestOf(word: string, candidates: Iterable<string>, most: number): readonly string[] {
  return byDistance(word, candidates)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/**
 * `'a', 'b' or 'c'`, sorted; `none` for an empty list. Of more than twelve candidates, twelve are listed: the nearest to
 * the name that was written, or the first ones where there is no such name.
 */
export function listed(candidates: Iterable<string>, near?: string): string {
  const all = [...candidates].toSorted();
  if (all.length === 0) return 'none';
  const chosen = near === undefined ? all : nearestOf(near, all, mostListed);
  const shown = chosen
    .slice(0, mostListed)
    .toSorted()
    .map((candidate) => `'${candidate}'`);
  const rest = all.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} or one of ${rest} more`;
  return shown.length === 1 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.slice(-1).join('')}`;
}

interface Candidate {
  readonly candidate: string;
  /** Letters that differ, case aside. */
  readonly steps: number;
}

/** Candidates from near to far. */
function byDistance(word: string, candidates: Iterable<string>): readonly Candidate[] {
  const written = word.toLowerCase();
  return [...candidates]
    .map((candidate) => ({ candidate, steps: distance(written, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1));
}
