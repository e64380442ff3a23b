import { join } from 'node:path';
import { catalog } from '../../lib/catalog';
import type { RehearsedChange, SecondBeginning, SkippedChange, StackTemplate } from '../../lib/local/rehearsal';
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
}

/** Plans every change of one line in this process; one that the plan refuses is skipped with the first issue. */
export function plannedChanges(options: ChangeOptions): readonly (RehearsedChange | SkippedChange)[] {
  return oneLineChanges(options.platform, options.environment).map((change) => planned(change, options));
}

function planned(
  change: OneLineChange | NoSuchLine,
  { environment, workFolder, synthesize }: ChangeOptions,
): RehearsedChange | SkippedChange {
  if ('reason' in change) return change;
  const { candidates, name, line, expected, replaces } = change;
  let refusal = 'no value of the line can be planned';
  for (const candidate of candidates) {
    const resolved = resolve(candidate);
    const result = resolved.ok ? plan(resolved.value, environment, catalog) : resolved;
    if (result.ok) {
      const changed = result.value;
      const aws = synthesize && (() => synthesize(changed, join(workFolder, `change-${name}`)));
      return { name, line, expected, replaces, ...(aws === undefined ? {} : { aws }) };
    }
    refusal = result.issues.find(isError)?.message ?? refusal;
  }
  return { name, reason: `the plan refuses it: ${refusal}` };
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
}: Required<ChangeOptions>): SecondBeginning | undefined {
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
