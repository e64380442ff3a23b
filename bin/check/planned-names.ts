import type { EnvironmentPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';

/** Every string value of the plans: a physical name must be one of them. */
export function plannedNames(plans: readonly EnvironmentPlan[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const plan of plans) collect(settle(plan), names);
  return names;
}

function collect(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') names.add(value);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) collect(item, names);
}
