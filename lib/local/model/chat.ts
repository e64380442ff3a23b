import { extractiveAnswer } from './extractive-answer';
import { estimatedTokens, lexicalModel } from './lexical-embedding';
import { labelled, noAnswer } from './stand-in';

/** A turn of a conversation, as text. */
export interface ChatTurn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/** An answer to a conversation. */
export interface ChatAnswer {
  readonly text: string;
  /** Tokens as the server counts them, or by rule of thumb. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether the answer was cut at the limit of its tokens. */
  readonly cut: boolean;
  /** The model that answered. */
  readonly model: string;
}

/**
 * Answers the last turn of a conversation with sentences of the conversation itself: of what the system turns and the user gave as
 * text. The question is the last line of the last turn that ends with a question mark, or else its last line.
 * @param maxTokens tokens of the longest answer. @default - not cut
 */
export function chat(turns: readonly ChatTurn[], maxTokens = Number.POSITIVE_INFINITY): ChatAnswer {
  const lines = (turns.at(-1)?.text ?? '').split('\n').filter((line) => line.trim() !== '');
  const question = lines.findLast((line) => line.trim().endsWith('?')) ?? lines.at(-1) ?? '';
  const passages = [
    ...turns.slice(0, -1).map(({ text }) => text),
    lines.filter((line) => line !== question).join('\n'),
  ].filter((text) => text !== '');
  const parts = extractiveAnswer(question, passages);
  const whole = labelled(parts.length === 0 ? noAnswer : parts.map(({ sentence }) => sentence).join(' '));
  const inputTokens = estimatedTokens(turns.map(({ text }) => text).join('\n'));
  const cut = estimatedTokens(whole) > maxTokens;
  const text = cut ? whole.slice(0, maxTokens * 4) : whole;
  return { text, inputTokens, outputTokens: estimatedTokens(text), cut, model: lexicalModel };
}
