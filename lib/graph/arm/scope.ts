import type { ArmValue } from './arm-value';

/** What expressions of one template can refer to. */
export interface Scope {
  readonly parameter: (name: string) => ArmValue | undefined;
  readonly variable: (name: string) => ArmValue | undefined;
  /** User-defined functions, by namespace and name. */
  readonly userFunction: (name: string) => UserFunction | undefined;
  /** Index of each copy loop around the expression; the empty name is that of the innermost resource loop. */
  readonly copies: ReadonlyMap<string, number>;
  /** Variables of the lambdas around the expression. */
  readonly lambdas: ReadonlyMap<string, ArmValue>;
  /** Outputs of a deployment by its key: symbolic name, or `type|name` in lower case. Undefined for other resources. */
  readonly deployment: (key: string) => ArmValue | undefined;
  /** Collects what an expression refers to: keys of resources. */
  readonly references: Set<string>;
  /** Evaluations that are left for the whole document. */
  readonly budget: { left: number };
}

/** A function that a template declares. */
export interface UserFunction {
  readonly parameters: readonly string[];
  readonly output: unknown;
}

/** Evaluations in one document: many times those of a large one, and seconds of work. */
export const mostEvaluations = 5_000_000;

/** The key of a resource in references: its type, and the segments of its name. */
export function resourceKey(type: string, names: readonly string[]): string {
  return `${type}|${names.join('/')}`.toLowerCase();
}
