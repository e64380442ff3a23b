import type { Catalog, Region } from '../catalog/types';
import type { Cloud, EnvironmentSpec, Issue, ResolvedPlatform, Result } from '../platform';
import { failure, inEnvironment, listed, success, unknownName } from '../platform';
import { planAssets } from './assets/plan-assets';
import type { AwsPlan } from './aws/aws-plan';
import { planAws } from './aws/plan-aws';
import type { AzurePlan } from './azure/azure-plan';
import { planAzure } from './azure/plan-azure';
import type { EnvironmentContext } from './context';
import { decide, pinned } from './decision';
import { placedEndpoints } from './endpoint/failover-role';
import { marketOf } from './endpoint/market';
import type { EnvironmentPlan } from './environment-plan';
import { findRegion } from './facts/lookup';
import { inRegions, withUserRows } from './facts/user-rows';
import { collisions } from './naming/collision';
import { collect, issuesOf, unlessErrors } from './result';
import { sharedQuotas } from './shared-quotas';
import { statedQuotas } from './stated-quotas';
import { tags } from './tags';
import { untestedMachines } from './untested-machines';

/**
 * Decides everything about one environment. Pure: the same platform and catalogue give the same plan, because the dates of
 * the catalogue are used instead of today's. Rows in the platform's `catalog` replace those of the catalogue. The other
 * environments count where they share a quota or a name with it, and the one that its releases come from.
 *
 * @returns the plan and warnings; or every issue, among them an unknown environment and names that collide
 */
export function plan(platform: ResolvedPlatform, environment: string, catalog: Catalog): Result<EnvironmentPlan> {
  const spec = Object.hasOwn(platform.environments, environment) ? platform.environments[environment] : undefined;
  if (spec === undefined) {
    return failure([
      unknownName({
        code: 'UnknownEnvironment',
        path: `environments.${environment}`,
        noun: 'environment',
        got: environment,
        known: Object.keys(platform.environments),
      }),
    ]);
  }
  const facts = withUserRows(catalog, platform);
  const planOf = planner(platform, facts.catalog);
  const planned = planOf(environment, spec);
  const issues = [...facts.issues, ...planned.issues, ...statedQuotas(platform, facts.catalog, environment)];
  if (!planned.ok) return failure(issues);
  // An environment that cannot be planned is not deployed either, and its own plan says why.
  const all = Object.entries(platform.environments).flatMap(([key, other]) => {
    const result = key === environment ? planned : planOf(key, other);
    return result.ok ? [result.value] : [];
  });
  // Last, so that a name is a collision of this environment, whichever the config has first.
  const thisLast = [...all.filter((one) => one !== planned.value), planned.value];
  return unlessErrors(planned.value, [
    ...issues,
    ...collisions(thisLast).filter(({ path }) => path.startsWith(`environments.${environment}.`)),
    ...sharedQuotas(platform, all, environment),
    ...untestedMachines(platform, Object.fromEntries(all.map((one) => [one.environment, one])), environment),
  ]);
}

type PlanOf = (key: string, environment: EnvironmentSpec) => Result<EnvironmentPlan>;

/** Plans environments of one platform with one catalogue. */
function planner(platform: ResolvedPlatform, catalog: Catalog): PlanOf {
  const market = marketOf(catalog.instances);
  return (key, environment) =>
    planEnvironment({ platform: inEnvironment(platform, key), key, environment, catalog, market });
}

/** Plans every environment and checks that no two physical names of the platform collide. */
export function planAll(
  platform: ResolvedPlatform,
  catalog: Catalog,
): Result<Readonly<Record<string, EnvironmentPlan>>> {
  const facts = withUserRows(catalog, platform);
  const planOf = planner(platform, facts.catalog);
  const planned = collect(
    Object.entries(platform.environments).map(([key, environment]) => [key, planOf(key, environment)] as const),
  );
  const issues = once([...facts.issues, ...planned.issues, ...statedQuotas(platform, facts.catalog)]);
  if (!planned.ok) return failure(issues);
  return unlessErrors(planned.value, [
    ...issues,
    ...collisions(Object.values(planned.value)),
    ...sharedQuotas(platform, Object.values(planned.value)),
    ...untestedMachines(platform, planned.value),
  ]);
}

function planEnvironment(given: Omit<EnvironmentContext, 'places' | 'endpoints'>): Result<EnvironmentPlan> {
  const context = contextOf(given);
  const { key, environment, platform } = context;
  const aws = onAws(context);
  const azure = onAzure(context);
  const issues = once(issuesOf(aws, azure));
  if (!aws.ok || !azure.ok) return failure(issues);
  return unlessErrors(
    {
      schema: 'llmops-kit/plan/v1',
      platform: platform.name,
      environment: key,
      tier: environment.tier,
      tags: tags(context),
      ...promotion(key, environment),
      assets: planAssets(context, aws.value, azure.value),
      ...(aws.value === undefined ? {} : { aws: aws.value }),
      ...(azure.value === undefined ? {} : { azure: azure.value }),
    },
    issues,
  );
}

/** What is known and decided about an environment before its clouds are planned. */
function contextOf(given: Omit<EnvironmentContext, 'places' | 'endpoints'>): EnvironmentContext {
  const { aws, azure } = given.environment;
  const places = {
    ...(aws === undefined ? {} : { aws: aws.region }),
    ...(azure === undefined ? {} : { azure: azure.location }),
  };
  const catalog = inRegions(given.catalog, { bedrock: places.aws, 'azure-openai': places.azure });
  return { ...given, catalog, places, endpoints: placedEndpoints({ ...given, catalog, places }) };
}

function onAws(context: EnvironmentContext): Result<AwsPlan | undefined> {
  const target = context.environment.aws;
  if (target === undefined) return success(undefined);
  const region = residentRegion(context, 'aws', target.region, `environments.${context.key}.aws.region`);
  return region.ok ? planAws({ ...context, target, region: region.value }) : region;
}

function onAzure(context: EnvironmentContext): Result<AzurePlan | undefined> {
  const target = context.environment.azure;
  if (target === undefined) return success(undefined);
  const region = residentRegion(context, 'azure', target.location, `environments.${context.key}.azure.location`);
  return region.ok ? planAzure({ ...context, target, region: region.value }) : region;
}

function residentRegion(
  { catalog, platform: { residency } }: EnvironmentContext,
  cloud: Cloud,
  id: string,
  path: string,
): Result<Region> {
  const region = findRegion(catalog, cloud, id, path);
  if (residency === undefined || (region.ok && region.value.residency === residency)) return region;
  const inside = catalog.regions.filter((row) => row.cloud === cloud && row.residency === residency);
  // An unknown region is not corrected to one that the residency forbids.
  if (!region.ok) return findRegion({ ...catalog, regions: inside }, cloud, id, path);
  return failure([
    {
      code: 'ResidencyViolated',
      path,
      message: `${id} is not in '${residency}', where the platform's data must stay (${region.value.source}, ${region.value.asOf})`,
      got: id,
      expected: `a region in '${residency}'${inside.length === 0 ? '' : `: ${listed(inside.map((row) => row.id))}`}`,
      fix: `${inside.length === 0 ? '' : `move to ${listed(inside.map((row) => row.id))} or `}change residency`,
    },
  ]);
}

function promotion(key: string, { promotesFrom, gates }: EnvironmentSpec): Pick<EnvironmentPlan, 'promotion'> {
  if (promotesFrom === undefined) return {};
  const path = `environments.${key}`;
  return {
    promotion: {
      from: pinned(promotesFrom, `${path}.promotesFrom`),
      gates: gates === undefined ? decide([], 'promotion.none', 'no gate is declared') : pinned(gates, `${path}.gates`),
    },
  };
}

/** Every issue once: a mistake in a model is found in every environment and on both clouds. */
function once(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path, message }) => {
    const identity = `${code} ${path} ${message}`;
    return !seen.has(identity) && seen.add(identity);
  });
}
