import type { SettledAwsPlan } from '../../lib/plan';

/**
 * Accounts that deploy the artifacts of this environment, sorted.
 *
 * The policies of registry, weights, images and key must name the same accounts. An account that is missing in one of
 * them fails late, at its first deployment.
 */
export function consumerAccounts(aws: SettledAwsPlan): readonly string[] {
  const groups = Object.values(aws.integration.modelPackageGroups);
  return [...new Set(groups.flatMap((group) => group.consumerAccounts))].sort();
}
