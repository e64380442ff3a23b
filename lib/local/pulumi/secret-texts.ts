import type { Problem } from './model';
import type { PropertyMap } from './property-value';
import { maskText, secretTexts } from './property-value';

/** Characters; masking shorter texts would hide ordinary words of a log. */
const shortest = 4;

/** The secret texts of a run, for masking in logs, events and results. */
export class SecretTexts {
  private readonly texts = new Set<string>();

  constructor(texts: readonly string[]) {
    for (const text of texts) this.learnText(text);
  }

  learn(values: PropertyMap): void {
    for (const text of secretTexts(values)) this.learnText(text);
  }

  /** The text with {@link maskText} for every secret in it. Longer secrets are replaced first, because one may contain another. */
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
