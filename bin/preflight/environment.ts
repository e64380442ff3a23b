import { catalog } from '../../lib/catalog';
import { datedModelIssues, plan, settle } from '../../lib/plan';
import type { Issue, ResolvedPlatform, Result } from '../../lib/platform';
import { failure, isError, success } from '../../lib/platform';
import type { PolicyFile, PreflightInput } from '../../lib/preflight';
import { isPlanFinding } from '../../lib/preflight';
import { loadConfigFile, resolveConfig } from '../project/config-file';
import { judge } from './judge';
import { missingRightsOf } from './missing-rights';

/** What to check, and what the config has besides. */
export interface Checked {
  readonly input: PreflightInput;
  readonly warnings: readonly Issue[];
}

/**
 * Reads and plans one environment. What the plan refuses because of the cloud, such as a size that the region does not
 * have, is a finding of preflight; every other error is bad input.
 */
export async function checkedEnvironment(
  { config: file, env: environment }: { readonly config: string; readonly env: string },
  policies: readonly PolicyFile[],
  today: string,
): Promise<Result<Checked>> {
  const config = await loadConfigFile(file, process.cwd());
  if (!config.ok) return config;
  const platform = resolveConfig(config.value, file);
  if (!platform.ok) return platform;
  const planned = plan(platform.value, environment, catalog);
  const issues = [...platform.issues, ...planned.issues, ...datedModelIssues(platform.value, catalog, today)];
  const refused = issues.filter((issue) => isError(issue) && !isPlanFinding(issue));
  if (refused.length > 0) return failure(issues);
  const spec = platform.value.environments[environment];
  const { aws, azure, assets = {} } = planned.ok ? settle(planned.value) : {};
  return success({
    input: {
      environment,
      clouds: (['aws', 'azure'] as const).filter((cloud) => spec?.[cloud] !== undefined),
      ...(aws === undefined ? {} : { aws }),
      ...(azure === undefined ? {} : { azure }),
      neighbours: neighboursOf(platform.value, environment),
      issues,
      catalog,
      today,
      assets: Object.values(assets),
      policies,
      judge,
      ...(planned.ok && planned.value.aws !== undefined
        ? { missingRights: missingRightsOf(platform.value, environment, planned.value.aws) }
        : {}),
    },
    warnings: issues.filter((issue) => !isError(issue)),
  });
}

/** The other environments. One that cannot be planned is not deployed either, and its own preflight says why. */
function neighboursOf(platform: ResolvedPlatform, environment: string): PreflightInput['neighbours'] {
  return Object.keys(platform.environments)
    .filter((key) => key !== environment)
    .flatMap((key) => {
      const planned = plan(platform, key, catalog);
      if (!planned.ok) return [];
      const { aws, azure } = settle(planned.value);
      return [{ environment: key, ...(aws === undefined ? {} : { aws }), ...(azure === undefined ? {} : { azure }) }];
    });
}
