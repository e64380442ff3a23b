import type { OptionalAmount, PriceBasis } from './price-basis';

/** One step of the argument for a value. */
export interface Reason {
  /** Id of the rule, for example `size.cheapest-that-fits`. */
  readonly rule: string;
  /** A sentence a reviewer can check, with its figures. */
  readonly text: string;
  /** Where a fact in the sentence comes from, and its ISO date. */
  readonly source?: { readonly name: string; readonly asOf: string };
}

/** Predicted performance of a size at the planned peak. Each time has an error band, and the two differ. */
export interface Figures {
  /** Milliseconds from the request to the first token, mean. */
  readonly timeToFirstTokenMs: number;
  /** Milliseconds between tokens after the first, mean. */
  readonly timePerOutputTokenMs: number;
  /** Output tokens a second of all replicas together. */
  readonly tokensPerSecond: number;
  /** Half-width of the band around `timePerOutputTokenMs` and `tokensPerSecond`, in percent. */
  readonly errorPercent: number;
  /** Half-width of the band around `timeToFirstTokenMs`, in percent. */
  readonly firstTokenErrorPercent: number;
  /** Grams of CO2e per 1,000 output tokens. @default - power or grid are unknown */
  readonly gramsCo2ePer1kTokens?: number;
}

/** What was compared and not chosen, and why; with an amount of money where it has a price. */
export type Alternative = OptionalAmount & {
  readonly value: string;
  readonly reason: string;
  /** Absent for a choice that runs nothing, such as a name. */
  readonly figures?: Figures;
  /** Whether it could be chosen; false when a limit forbids it. @default true */
  readonly possible?: boolean;
};

/**
 * A planned value with its reasons. Every size, placement, price, name and default in a plan is a decision, and so is a
 * value pinned by the user.
 */
export interface Decision<T> {
  readonly value: T;
  readonly because: readonly Reason[];
  readonly rejected: readonly Alternative[];
}

/** US dollars with the price that they are computed from. */
export interface AmountDecision extends Decision<number> {
  readonly price: PriceBasis;
}

/** The plain values of a tree of decisions: what constructs take. */
export type Settled<T> =
  T extends Decision<infer V>
    ? V
    : T extends readonly (infer U)[]
      ? readonly Settled<U>[]
      : T extends object
        ? { readonly [K in keyof T]: Settled<T[K]> }
        : T;

/** A decision with one reason. */
export function decide<T>(value: T, rule: string, text: string, rejected: readonly Alternative[] = []): Decision<T> {
  return { value, because: [{ rule, text }], rejected };
}

/** A value that the user wrote, used unchanged. @param path - path of the value in the spec */
export function pinned<T>(value: T, path: string): Decision<T> {
  return decide(value, 'spec.pinned', `pinned by ${path}`);
}

/** Anything with a source and an ISO date, such as a row of the catalogue. */
export interface Sourced {
  readonly source: string;
  readonly asOf: string;
}

/** A decision with one reason, based on a dated fact. */
export function cite<T>(value: T, rule: string, text: string, { source, asOf }: Sourced): Decision<T> {
  return { value, because: [{ rule, text, source: { name: source, asOf } }], rejected: [] };
}

/** A decision with the alternatives it was compared with, in place of those it had. */
export function withRejected<T>(decision: Decision<T>, rejected: readonly Alternative[]): Decision<T> {
  return { ...decision, rejected };
}

/** A part of a decided value, with the reasons of the whole. */
export function derive<T>(decision: Decision<unknown>, value: T): Decision<T> {
  return { value, because: decision.because, rejected: decision.rejected };
}

/** The plain values of a tree of decisions: what stacks and constructs take. */
export function settle<T>(plan: T): Settled<T>;

export function settle(plan: unknown): unknown {
  if (isDecision(plan)) return plan.value;
  if (Array.isArray(plan)) return plan.map((item: unknown) => settle(item));
  if (typeof plan !== 'object' || plan === null) return plan;
  return Object.fromEntries(Object.entries(plan).map(([key, value]: [string, unknown]) => [key, settle(value)]));
}

/** Whether a value is a decision rather than a branch of the tree. */
export function isDecision(value: unknown): value is Decision<unknown> {
  return typeof value === 'object' && value !== null && 'value' in value && 'because' in value && 'rejected' in value;
}

/** Every decision of a tree with its dotted path, in the order of its keys. */
export function* walkDecisions(
  tree: unknown,
  path = '',
): Generator<readonly [path: string, decision: Decision<unknown>]> {
  if (isDecision(tree)) {
    yield [path, tree];
  } else if (typeof tree === 'object' && tree !== null) {
    for (const [key, value] of Object.entries(tree) as readonly (readonly [string, unknown])[]) {
      yield* walkDecisions(value, path === '' ? key : `${path}.${key}`);
    }
  }
}
