import { join } from 'node:path';
import { catalog } from '../../lib/catalog';
import type {
  AzureSecondBeginning,
  AzureStageProgram,
  RehearsedChange,
  SecondBeginning,
  SkippedChange,
  StackTemplate,
} from '../../lib/local/rehearsal';
import type { EnvironmentPlan } from '../../lib/plan';
import { plan } from '../../lib/plan';
import type { ResolvedPlatform } from '../../lib/platform';
import { isError, resolve } from '../../lib/platform';
import type { NoSuchLine, OneLineChange } from './one-line-changes';
import { oneLineChanges } from './one-line-changes';

/** Where changed environments are synthesized, and what synthesizes them. */
export interface ChangeOptions {
  readonly platform: ResolvedPlatform;
  readonly environment: string;
  readonly workFolder: string;
  /** Synthesizes the AWS side of one environment. @default - the environment has no AWS side */
  readonly synthesize?: (plan: EnvironmentPlan, outdir: string) => readonly StackTemplate[];
  /** The Azure programs of a changed platform; `name` is of the change. @default - changes are not rehearsed on Azure */
  readonly programs?: (changed: ResolvedPlatform, plan: EnvironmentPlan, name: string) => readonly AzureStageProgram[];
}

/** Plans every change of one line in this process; one that the plan refuses is skipped with the first issue. */
export function plannedChanges(options: ChangeOptions): readonly (RehearsedChange | SkippedChange)[] {
  return oneLineChanges(options.platform, options.environment).map((change) => planned(change, options));
}

function planned(
  change: OneLineChange | NoSuchLine,
  { environment, platform, workFolder, synthesize, programs }: ChangeOptions,
): RehearsedChange | SkippedChange {
  if ('reason' in change) return change;
  const { candidates, name, line, expected, replaces } = change;
  const original = plan(platform, environment, catalog);
  let refusal = 'no value of the line can be planned';
  for (const candidate of candidates) {
    const resolved = resolve(candidate);
    const result = resolved.ok ? plan(resolved.value, environment, catalog) : resolved;
    if (resolved.ok && result.ok) {
      const changed = result.value;
      const aws = synthesize && (() => synthesize(changed, join(workFolder, `change-${name}`)));
      const azure = changed.azure === undefined ? undefined : programs?.(resolved.value, changed, name);
      return {
        name,
        line,
        expected,
        replaces,
        ...(aws === undefined ? {} : { aws }),
        ...(azure === undefined
          ? {}
          : { azure, azureOneWay: protects(changed) && original.ok && !protects(original.value) }),
      };
    }
    refusal = result.issues.find(isError)?.message ?? refusal;
  }
  return { name, reason: `the plan refuses it: ${refusal}` };
}

/** Whether the Azure side protects its data. */
function protects({ azure }: EnvironmentPlan): boolean {
  return azure?.dataRetention.value === 'retain';
}

/**
 * The second beginning of an environment that creates the identity provider of its account: the provider stayed, and a line
 * says so. Undefined when the environment creates none.
 */
export function secondBeginning({
  platform,
  environment,
  workFolder,
  synthesize,
}: ChangeOptions & Required<Pick<ChangeOptions, 'synthesize'>>): SecondBeginning | undefined {
  const spec = platform.environments[environment];
  if (platform.pipeline === undefined || spec?.aws === undefined || spec.aws.identityProvider !== undefined)
    return undefined;
  const again = { ...spec, aws: { ...spec.aws, identityProvider: 'existing' as const } };
  const planned = plan(
    { ...platform, environments: { ...platform.environments, [environment]: again } },
    environment,
    catalog,
  );
  if (!planned.ok) return undefined;
  return {
    line: `environments.${environment}.aws.identityProvider 'existing'`,
    stacks: () => synthesize(planned.value, join(workFolder, 'up-again')),
  };
}

/** The second beginning on Azure, where services keep the names of what was deleted: the next generation has others. */
export function nextGeneration({
  platform,
  environment,
  programs,
}: ChangeOptions & Required<Pick<ChangeOptions, 'programs'>>): AzureSecondBeginning | undefined {
  const spec = platform.environments[environment];
  if (spec?.azure === undefined) return undefined;
  const generation = (spec.azure.generation ?? 1) + 1;
  const again = { ...spec, azure: { ...spec.azure, generation } };
  const resolved = resolve({ ...platform, environments: { ...platform.environments, [environment]: again } });
  const planned = resolved.ok ? plan(resolved.value, environment, catalog) : resolved;
  if (!resolved.ok || !planned.ok) return undefined;
  return {
    line: `environments.${environment}.azure.generation ${generation}`,
    stages: programs(resolved.value, planned.value, 'generation'),
  };
}
