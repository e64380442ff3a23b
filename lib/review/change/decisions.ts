import type { Cloud } from '../../graph';
import type { EnvironmentPlan } from '../../plan';
import type { DecisionDelta } from '../report/review';

/** A decision of a plan, found by its shape. */
interface FoundDecision {
  readonly value: unknown;
  readonly because: readonly { readonly text: string }[];
}

/** Parts of a plan that repeat what other decisions say: names in hand-offs, and the places of assets. */
const repeating: ReadonlySet<string> = new Set(['handOffs', 'assets']);

/** Decisions with another value, sorted by environment, cloud and path, with the reasons of the new value. */
export function decisionDeltas(
  base: readonly EnvironmentPlan[],
  next: readonly EnvironmentPlan[],
): readonly DecisionDelta[] {
  return next.flatMap((plan) => {
    const former = base.find(({ environment }) => environment === plan.environment);
    return former === undefined ? [] : deltasOf(former, plan);
  });
}

function deltasOf(base: EnvironmentPlan, next: EnvironmentPlan): readonly DecisionDelta[] {
  const { environment } = next;
  const [before, after] = [decisionsIn(base), decisionsIn(next)];
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [left, right] = [before.get(path), after.get(path)];
    const [old, now] = [textOf(left), textOf(right)];
    if (old === now) return [];
    return [
      {
        environment,
        cloud: cloudOf(path),
        path,
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
        reasons: (right?.because ?? []).map(({ text }) => text),
      },
    ];
  });
}

/** Every decision of a plan by its path. */
export function decisionsIn(plan: object): ReadonlyMap<string, FoundDecision> {
  const found = new Map<string, FoundDecision>();
  collect(plan, [], found);
  return found;
}

function collect(value: unknown, path: readonly string[], found: Map<string, FoundDecision>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isDecision(value)) {
    found.set(path.join('.'), value);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (!repeating.has(key)) collect(child, [...path, key], found);
  }
}

function isDecision(value: object): value is FoundDecision {
  return 'value' in value && 'because' in value && Array.isArray(value.because);
}

function textOf(decision: FoundDecision | undefined): string | undefined {
  if (decision === undefined) return undefined;
  return typeof decision.value === 'string' ? decision.value : JSON.stringify(decision.value);
}

/** What both clouds share is reported with AWS, or with the only cloud that a plan has. */
function cloudOf(path: string): Cloud {
  return path.startsWith('azure.') ? 'azure' : 'aws';
}
