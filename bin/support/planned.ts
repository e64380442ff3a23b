import { catalog } from '../../lib/catalog';
import { plan, planAll } from '../../lib/plan';
import type { EnvironmentPlan } from '../../lib/plan';
import { resolve } from '../../lib/spec';
import type { ResolvedPlatform, Result } from '../../lib/spec';
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
  const planned = environment === undefined ? planEvery(platform.value) : planOne(platform.value, environment);
  if (!planned.ok) return planned;
  const issues = [...platform.issues, ...planned.issues];
  return { ok: true, value: { platform: platform.value, plans: planned.value }, issues };
}

function planEvery(platform: ResolvedPlatform): Result<readonly EnvironmentPlan[]> {
  const planned = planAll(platform, catalog);
  return planned.ok ? { ...planned, value: Object.values(planned.value) } : planned;
}

function planOne(platform: ResolvedPlatform, environment: string): Result<readonly EnvironmentPlan[]> {
  const planned = plan(platform, environment, catalog);
  return planned.ok ? { ...planned, value: [planned.value] } : planned;
}
