import type { NotAsked } from './outcome';

/** No answer: why, and what must be allowed to get one. */
export interface NoAnswer {
  readonly kind: 'not-asked';
  readonly why: NotAsked;
  /** Code or sentence of what came instead. */
  readonly got: string;
  readonly permissions: readonly string[];
}

/** What a cloud answers to a question. `absent`: it says that there is no such thing. */
export type Answer<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'absent' } | NoAnswer;
