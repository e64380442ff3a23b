import { contentWords } from './words';

/** The share of the words of a sentence that a passage must have for the sentence to be from it. */
const enough = 0.6;

/**
 * How much of a text stands in another: the share of its words, from 0 to 1. A number or name that is missing makes it 0, because a
 * sentence with another number says something else. A text without such words has nothing that could be wrong.
 */
export function coverage(text: string, source: string): number {
  const words = contentWords(text);
  if (words.length === 0) return 1;
  const found = new Set(contentWords(source).map(({ stem }) => stem));
  if (words.some(({ exact, stem }) => exact && !found.has(stem))) return 0;
  return words.filter(({ stem }) => found.has(stem)).length / words.length;
}

/** The passage that a sentence is from: the first of those that have most of its words. @returns undefined where none has enough */
export function attributed(sentence: string, passages: readonly string[]): number | undefined {
  if (contentWords(sentence).length === 0) return undefined;
  const scores = passages.map((passage) => coverage(sentence, passage));
  const best = Math.max(0, ...scores);
  return best < enough ? undefined : scores.indexOf(best);
}
