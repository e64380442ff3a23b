import type { Cause } from './cause';

/**
 * Causes by the code of a failure, for what cannot be asked before a deployment and can be read after one.
 * Sources: aws/deep-learning-containers PR 6411 and DIAGNijmegen/rse-grand-challenge#2631 (capacity of SageMaker), Azure/GPT-RAG#470 (search),
 * Azure-Samples/azure-search-openai-demo#2091 (tokens); read 2026-11-30.
 */
const codes: readonly (readonly [pattern: RegExp, cause: Cause])[] = [
  [
    /InsufficientInstanceCapacity|CapacityError|InsufficientResourcesAvailable|InsufficientCapacity|AllocationFailed/i,
    'regional-capacity',
  ],
  [/ResourceLimitExceeded|InsufficientQuota|OutOfQuota|QuotaExceeded|LimitExceeded/i, 'quota'],
  [/AlreadyExists|FlagMustBeSetForRestore|CustomDomainInUse/i, 'name-taken'],
  [/explicit deny in a service control policy|RequestDisallowedBy(Policy|Azure)/i, 'policy-forbids'],
  [/AccessDenied|AuthorizationFailed|not authorized to perform/i, 'missing-right'],
  [/MissingSubscriptionRegistration|SubscriptionNotRegistered/i, 'not-registered'],
  [/ServiceModelDeprecated/i, 'lifecycle'],
  [/DeploymentModelNotSupported|SkuNotAvailable/i, 'not-offered'],
];

/** The cause that the text or code of a failure names; undefined when it names none that is known. */
export function causeOf(text: string): Cause | undefined {
  return codes.find(([pattern]) => pattern.test(text))?.[1];
}

/** What to do about a failure of a cause. */
export function fixOf(cause: Cause): string {
  return cause === 'regional-capacity'
    ? 'deploy again later, or take the next size or region; capacity cannot be asked before'
    : 'remove the cause that the failure names, and deploy again';
}
