import { catalog } from '../../lib/catalog';
import type { EnvironmentPlan } from '../../lib/plan';
import { plan } from '../../lib/plan';
import type { EnvironmentSpec, Issue, ModelSpec, PlatformSpec, Result } from '../../lib/platform';
import { awsTarget, azureTarget, resolvedPlatform } from './platform';

/** A platform with managed models only, planned with the catalogue that the kit ships. */
export function planManaged(
  models: Readonly<Record<string, ModelSpec>>,
  target: Pick<EnvironmentSpec, 'aws' | 'azure'>,
  overrides: Partial<PlatformSpec> = {},
): Result<EnvironmentPlan> {
  const spec = resolvedPlatform({
    residency: undefined,
    environments: { dev: { tier: 'development', ...target } },
    models,
    endpoints: undefined,
    knowledge: undefined,
    registry: undefined,
    tuning: undefined,
    pipeline: undefined,
    ...overrides,
  });
  return plan(spec, 'dev', catalog);
}

/** An AWS region of the fixture account. */
export const awsIn = (region: string): Pick<EnvironmentSpec, 'aws'> => ({ aws: { ...awsTarget, region } });

/** A location of the fixture subscription. */
export const azureIn = (
  location: string,
  more: Partial<NonNullable<EnvironmentSpec['azure']>> = {},
): Pick<EnvironmentSpec, 'azure'> => ({ azure: { ...azureTarget, location, ...more } });

/** Codes of issues. */
export const codesOf = ({ issues }: { readonly issues: readonly Issue[] }): readonly string[] =>
  issues.map(({ code }) => code);
