import type { EnvironmentPlan } from '../../lib/plan';

/** The AWS region of each planned environment. */
export function plannedRegion(plans: readonly EnvironmentPlan[]): (environment: string) => string | undefined {
  const regions = new Map(plans.map(({ environment, aws }) => [environment, aws?.region.value]));
  return (environment) => regions.get(environment);
}
