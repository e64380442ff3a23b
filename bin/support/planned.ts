import { catalog } from '../../lib/catalog';
import { plan } from '../../lib/plan';
import type { EnvironmentPlan } from '../../lib/plan';
import { failure, isError, resolve } from '../../lib/spec';
import type { Issue, ResolvedPlatform, Result } from '../../lib/spec';
import { loadConfigFile } from './config-file';

/** A platform and the plans of the environments asked for, in the order the config declares them. */
export interface Planned {
  readonly platform: ResolvedPlatform;
  readonly plans: readonly EnvironmentPlan[];
}

/**
 * Reads, resolves and plans a config.
 *
 * @param environment - @default - every environment
 */
export function planConfig(file: string, cwd: string, environment?: string): Result<Planned> {
  const config = loadConfigFile(file, cwd);
  if (!config.ok) return config;
  const platform = resolve(config.value);
  if (!platform.ok) return platform;
  const names = environment === undefined ? Object.keys(platform.value.environments) : [environment];
  const issues: Issue[] = [...platform.issues];
  const plans: EnvironmentPlan[] = [];
  for (const name of names) {
    const planned = plan(platform.value, name, catalog);
    issues.push(...planned.issues);
    if (planned.ok) plans.push(planned.value);
  }
  // The same mistake in the spec shows in every environment's plan; once is enough.
  const unique = [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
  if (unique.some(isError)) return failure(unique);
  return { ok: true, value: { platform: platform.value, plans }, issues: unique };
}
