/** Why a deployment would fail. Every finding has one. */
export const causes = {
  'not-offered': 'the place does not have the size, model, version or kind of offer',
  quota: 'the quota is smaller than what is needed beside what is in use',
  'regional-capacity': 'the place sells it, and has none free',
  'access-not-granted': 'a form, an agreement, a request or another kind of subscription is needed first',
  'missing-right': 'whoever deploys may not do what the deployment does',
  'name-taken': 'the name exists, or is kept after a deletion',
  lifecycle: 'the provider retires it, or has retired it',
  'not-registered': 'a provider of resources or of identities is not registered there',
  'policy-forbids': 'a policy of the organisation denies it',
  network: 'address ranges overlap, or a zone is linked already',
  identity: 'the credentials belong to another account, tenant or subscription',
  'not-bootstrapped': 'the account and region have no bootstrap, or one that is too old',
  'asset-missing': 'weights or an image are not where the deployment takes them from',
} as const;

/** A cause of a finding. */
export type Cause = keyof typeof causes;
