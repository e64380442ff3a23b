/** Stands at the head of every generated text of the local cloud: no language model runs here. */
export const standInLabel = '[local stand-in, extractive]';

/** What the stand-in says where the given text has no answer. */
export const noAnswer = 'The given text does not answer this question.';

/** A generated text with its label. */
export function labelled(text: string): string {
  return `${standInLabel} ${text}`;
}
