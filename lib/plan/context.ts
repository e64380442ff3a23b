import type { Catalog, Region } from '../catalog/types';
import type { AwsTarget, AzureTarget, Cloud, EnvironmentSpec, ResolvedPlatform } from '../platform';
import type { Decision } from './decision';
import type { PlacedEndpoint } from './endpoint/failover-role';
import type { Market, Places } from './endpoint/market';
import { physicalName } from './naming/name';
import type { NamedService } from './naming/name-rules';

/** What every decision about an environment may use. */
export interface EnvironmentContext {
  readonly platform: ResolvedPlatform;
  /** Key of the environment in the spec. */
  readonly key: string;
  readonly environment: EnvironmentSpec;
  readonly catalog: Catalog;
  readonly market: Market;
  readonly places: Places;
  /** Endpoints that run on each cloud, by key: decided before either cloud is planned. */
  readonly endpoints: Readonly<Record<Cloud, readonly PlacedEndpoint[]>>;
}

/** An environment on AWS. */
export interface AwsContext extends EnvironmentContext {
  readonly target: AwsTarget;
  readonly region: Region;
}

/** An environment on Azure. */
export interface AzureContext extends EnvironmentContext {
  readonly target: AzureTarget;
  readonly region: Region;
}

/** The name of a resource on AWS, from platform, environment and parts. */
export function awsName(
  context: Pick<AwsContext, 'platform' | 'key' | 'target'>,
  service: NamedService,
  ...parts: readonly string[]
): Decision<string> {
  const { account, region } = context.target;
  return physicalName({
    service,
    owner: `${account}/${region}`,
    parts: [prefixedName(context.platform), context.key, ...parts],
  });
}

/** The name of a resource on Azure, from platform, environment and parts. */
export function azureName(
  context: Pick<AzureContext, 'platform' | 'key' | 'target'>,
  service: NamedService,
  ...parts: readonly string[]
): Decision<string> {
  return physicalName({
    service,
    owner: context.target.subscription,
    parts: [prefixedName(context.platform), context.key, ...parts],
  });
}

/** Prefix and name of the platform: the prefix comes first, because the end is cut where a name is too long. */
export function prefixedName({ name, namePrefix }: Pick<ResolvedPlatform, 'name' | 'namePrefix'>): string {
  return namePrefix === undefined ? name : `${namePrefix}-${name}`;
}
