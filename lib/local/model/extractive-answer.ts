import type { Word } from './words';
import { contentWords, sentencesOf } from './words';

/** One sentence of an answer, and where it is from. */
export interface AnswerPart {
  readonly sentence: string;
  /** Index of the passage that has the sentence. */
  readonly passage: number;
}

/** The share of a question that a sentence must have for it to be an answer. */
const enough = 0.7;
/** A second sentence of an answer is one that has nearly as much of the question as the first. */
const nearly = 0.95;
const mostSentences = 2;

/**
 * The sentences of some passages that answer a question: those with most of its words, and with every number and name that it
 * has. Nothing is made up, and a question that no sentence covers has no answer.
 * @param passages the most relevant first
 * @returns the best sentence first; empty where nothing answers
 */
export function extractiveAnswer(question: string, passages: readonly string[]): readonly AnswerPart[] {
  const asked = contentWords(question);
  if (asked.length === 0) return [];
  const scored = passages.flatMap((text, passage) => {
    const title = titleOf(text);
    return sentencesOf(text).map((sentence) => ({ sentence, passage, score: coverage(asked, sentence, title) }));
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < enough) return [];
  return scored
    .filter(({ score }) => score >= best * nearly)
    .slice(0, mostSentences)
    .map(({ sentence, passage }) => ({ sentence, passage }));
}

/** The first line of a passage, where it is a title: it does not end like a sentence. */
function titleOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n');
  return /[.!?:;,]\s*$/.test(first) ? '' : first;
}

/** The share of asked words that a sentence has; the title of its passage may name the subject. */
function coverage(asked: readonly Word[], sentence: string, title: string): number {
  const inSentence = stems(sentence);
  const around = stems(title);
  if (asked.some(({ exact, stem }) => exact && !inSentence.has(stem) && !around.has(stem))) return 0;
  const weights = asked.map(({ stem }) => (inSentence.has(stem) ? 1 : around.has(stem) ? 0.8 : 0));
  const found = weights.reduce((sum: number, weight) => sum + weight, 0);
  // A sentence that repeats the subject and says nothing more is no answer.
  const more = contentWords(sentence).some(({ stem }) => !asked.some((word) => word.stem === stem));
  return more ? found / asked.length : 0;
}

function stems(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).map(({ stem }) => stem));
}
