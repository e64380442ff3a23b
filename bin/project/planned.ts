import { catalog } from '../../lib/catalog';
import type { EnvironmentPlan } from '../../lib/plan';
import { plan, planAll } from '../../lib/plan';
import type { Issue, ResolvedPlatform, Result } from '../../lib/platform';
import { failure, isError, success, wellFormedPart } from '../../lib/platform';
import { loadConfigFile, resolveConfig } from './config-file';

/** A platform and the plans of the requested environments, in the order of the config. */
export interface Planned {
  readonly platform: ResolvedPlatform;
  readonly plans: readonly EnvironmentPlan[];
}

/**
 * Reads, resolves and plans a config.
 *
 * @param environment - the environment, or how to find it in the platform. @default - every environment
 */
export async function planConfig(
  file: string,
  cwd: string,
  environment?: string | ((platform: ResolvedPlatform) => Result<string>),
): Promise<Result<Planned>> {
  const config = await loadConfigFile(file, cwd);
  if (!config.ok) return config;
  const platform = resolveConfig(config.value, file);
  if (!platform.ok) return failure([...platform.issues, ...furtherIssues(config.value, platform.issues)]);
  const chosen = typeof environment === 'function' ? environment(platform.value) : success(environment);
  if (!chosen.ok) return failure([...platform.issues, ...chosen.issues]);
  const planned = chosen.value === undefined ? planEvery(platform.value) : planOne(platform.value, chosen.value);
  if (!planned.ok) return planned;
  const issues = [...platform.issues, ...planned.issues];
  return { ok: true, value: { platform: platform.value, plans: planned.value }, issues };
}

/**
 * Issues of the plan about the well-formed part of a refused config, so that one run reports an unknown region and a
 * misspelt field. A path that already has an issue gets no second one.
 */
function furtherIssues(config: unknown, reported: readonly Issue[]): readonly Issue[] {
  const part = wellFormedPart(config);
  if (part === undefined) return [];
  return planAll(part, catalog).issues.filter(
    (issue) =>
      isError(issue) &&
      // A model that is not well formed is missing from the part.
      issue.code !== 'UnresolvedReference' &&
      reported.every(({ path }) => !within(path, issue.path) && !within(issue.path, path)),
  );
}

/** Whether a path is another or leads into it. */
function within(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

function planEvery(platform: ResolvedPlatform): Result<readonly EnvironmentPlan[]> {
  const planned = planAll(platform, catalog);
  return planned.ok ? { ...planned, value: Object.values(planned.value) } : planned;
}

function planOne(platform: ResolvedPlatform, environment: string): Result<readonly EnvironmentPlan[]> {
  const planned = plan(platform, environment, catalog);
  return planned.ok ? { ...planned, value: [planned.value] } : planned;
}
