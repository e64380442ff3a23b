import type { Cloud, EnvironmentSpec } from '../platform';

/** What has one quota: an account and region, or a subscription and location. UUIDs are equal in either case. */
export function quotaOwner({ aws, azure }: Pick<EnvironmentSpec, Cloud>, cloud: Cloud): string {
  return cloud === 'aws' ? `${aws?.account} ${aws?.region}` : `${azure?.subscription.toLowerCase()} ${azure?.location}`;
}
