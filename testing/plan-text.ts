import type { EnvironmentPlan } from '../lib/plan';
import { walkDecisions } from '../lib/plan';

/** Longest value in characters. */
const longestValue = 120;

/**
 * The decisions of plans as text, one line a decision: its path and its value, without the reasons, which change with
 * every renewal of the catalogue.
 * @returns texts by environment
 */
export function planText(plans: readonly EnvironmentPlan[]): ReadonlyMap<string, string> {
  return new Map(
    plans.map((plan) => {
      const lines = [...walkDecisions(plan)].map(([path, { value }]) => `${path}: ${valueText(value)}`);
      return [plan.environment, `${lines.join('\n')}\n`];
    }),
  );
}

function valueText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
