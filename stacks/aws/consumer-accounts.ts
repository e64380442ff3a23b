import type { SettledAwsPlan } from '../../lib/plan';

/**
 * Accounts that deploy what this environment makes, sorted.
 *
 * Registry, weights, images and key must name the same accounts: one that is missing in one of the four policies fails
 * late, at its first deployment.
 */
export function consumerAccounts(aws: SettledAwsPlan): readonly string[] {
  const groups = Object.values(aws.integration.modelPackageGroups);
  return [...new Set(groups.flatMap((group) => group.consumerAccounts))].sort();
}
