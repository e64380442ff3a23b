import type { Problem } from './model';
import type { PropertyMap } from './property-value';
import { maskText, secretTexts } from './property-value';

/** Shorter texts would blot out half of a log and protect nothing. */
const shortest = 4;

/** Secret texts that a run has seen, so that none of them reaches a log, an event or a result. */
export class SecretTexts {
  private readonly texts = new Set<string>();

  constructor(texts: readonly string[]) {
    for (const text of texts) this.learnText(text);
  }

  learn(values: PropertyMap): void {
    for (const text of secretTexts(values)) this.learnText(text);
  }

  /** The text with {@link MASK} for every secret in it; longer secrets go first because one may contain another. */
  mask(text: string): string {
    const longestFirst = [...this.texts].toSorted((left, right) => right.length - left.length);
    return longestFirst.reduce((masked, hidden) => masked.replaceAll(hidden, maskText), text);
  }

  maskProblem(problem: Problem): Problem {
    return {
      ...problem,
      message: this.mask(problem.message),
      ...(problem.got === undefined ? {} : { got: this.mask(problem.got) }),
      ...(problem.fix === undefined ? {} : { fix: this.mask(problem.fix) }),
    };
  }

  private learnText(text: string): void {
    if (text.length >= shortest) this.texts.add(text);
  }
}
