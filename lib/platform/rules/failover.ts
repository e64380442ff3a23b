import type { EndpointSpec } from '../endpoint';
import type { Issue } from '../issue';

/** An endpoint with failover runs on both clouds: the standby is the other cloud. */
export function failoverIssues(path: string, { failover, clouds }: EndpointSpec): readonly Issue[] {
  if (failover === undefined) return [];
  const missing = (['aws', 'azure'] as const).filter((cloud) => !clouds.includes(cloud));
  return missing.map((cloud) => ({
    code: 'FailoverNeedsBothClouds',
    path: `${path}.failover`,
    message: `an endpoint on ${clouds.join(' and ')} only has no standby`,
    got: clouds,
    expected: `clouds: ['aws', 'azure']`,
    fix: `add '${cloud}' to ${path}.clouds, or remove ${path}.failover`,
  }));
}
