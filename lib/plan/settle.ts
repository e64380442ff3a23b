import type { Decision, Settled } from './decision';

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
