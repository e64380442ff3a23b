import type { AwsPlan, AzurePlan, DatedPlan, EnvironmentPlan } from '../../lib/plan';
import { datePlan, plan } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { catalog } from './catalog';
import type { PlatformOverrides } from './platform';
import { resolvedPlatform } from './platform';

/** The plan of an environment of the fixture platform with overrides. Fails the test with the issues when it has any. */
export function environmentPlan(overrides: PlatformOverrides = {}, environment = 'dev'): EnvironmentPlan {
  const planned = plan(resolvedPlatform(overrides), environment, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues, null, 2));
  return planned.value;
}

/** The same on a day: the prices of the fixture are fresh until 2026-06-30. */
export function datedPlan(overrides: PlatformOverrides = {}, environment = 'dev', today = '2026-06-30'): DatedPlan {
  return datePlan(environmentPlan(overrides, environment), today);
}

/** Its AWS half. */
export function awsPlan(overrides: PlatformOverrides = {}, environment = 'dev'): AwsPlan {
  const { aws } = environmentPlan(overrides, environment);
  if (aws === undefined) throw new Error(`environment ${environment} is not on aws`);
  return aws;
}

/** Its Azure half. */
export function azurePlan(overrides: PlatformOverrides = {}, environment = 'dev'): AzurePlan {
  const { azure } = environmentPlan(overrides, environment);
  if (azure === undefined) throw new Error(`environment ${environment} is not on azure`);
  return azure;
}

/** What planning an environment of the fixture platform with overrides reports. */
export function planIssues(overrides: PlatformOverrides, environment = 'dev'): readonly Issue[] {
  return plan(resolvedPlatform(overrides), environment, catalog).issues;
}
