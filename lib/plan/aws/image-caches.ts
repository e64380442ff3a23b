import type { AwsContext } from '../context';
import { prefixedName } from '../context';
import { cite } from '../decision';
import { physicalName } from '../naming/name';
import type { AwsEndpointPlan, AwsImageCachePlan, AwsIntegrationPlan } from './aws-plan';

/** Where a cache is. */
interface CachePlace {
  /** Name of the platform, with its prefix. */
  readonly platform: string;
  readonly environment: string;
  readonly account: string;
  readonly region: string;
}

/** What the console of ECR suggests as prefixes of these registries. */
const shortNames: Readonly<Record<string, string>> = {
  'public.ecr.aws': 'ecr-public',
  'quay.io': 'quay',
  'registry.k8s.io': 'kubernetes',
};

/** The cache of an environment for one registry. @param upstream - its host */
export function imageCache(place: CachePlace, upstream: string): AwsImageCachePlan {
  const { platform, environment, account, region } = place;
  return {
    repositoryPrefix: physicalName({
      service: 'ecr-cache-prefix',
      owner: `${account}/${region}`,
      parts: [platform, environment, shortName(upstream)],
    }),
    upstream: cite(
      upstream,
      'images.cache',
      `ECR fetches images of ${upstream} on their first pull and keeps them; it needs no login there. A rule costs nothing, stored images are billed by the GB`,
      { source: 'Amazon ECR User Guide, "Sync an upstream registry"', asOf: '2026-11-30' },
    ),
  };
}

/** The caches of an environment: one for each registry that its endpoints pull from through one. Nothing without such an endpoint. */
export function imageCaches(
  context: AwsContext,
  endpoints: Readonly<Record<string, AwsEndpointPlan>>,
): Pick<AwsIntegrationPlan, 'imageCaches'> {
  const { platform, key, target } = context;
  const hosts = Object.values(endpoints).flatMap(({ imageCachedFrom }) => imageCachedFrom?.value.split('/')[0] ?? []);
  if (hosts.length === 0) return {};
  const place = {
    platform: prefixedName(platform),
    environment: key,
    account: target.account,
    region: target.region,
  };
  return {
    imageCaches: Object.fromEntries(
      [...new Set(hosts)].toSorted().map((host) => [shortName(host), imageCache(place, host)]),
    ),
  };
}

function shortName(upstream: string): string {
  return shortNames[upstream] ?? upstream.replaceAll('.', '-');
}
