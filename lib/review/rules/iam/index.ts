import type { Rule } from '../../rule';
import { decryptDenied } from './decrypt-denied';
import { iamNameWildcard } from './iam-name-wildcard';
import { iamNoWildcard } from './iam-no-wildcard';
import { inferenceProfileRegions } from './inference-profile-regions';
import { invokeWithoutGuardrail } from './invoke-without-guardrail';
import { longTermKey } from './long-term-key';
import { managedPolicyWide } from './managed-policy-wide';
import { openResourcePolicy } from './open-resource-policy';
import { openTrust } from './open-trust';
import { passRoleWide } from './pass-role-wide';
import { policyWithoutSource } from './policy-without-source';
import { trustWholeAccount } from './trust-whole-account';
import { trustWithoutSource } from './trust-without-source';
import { wideResourcePolicy } from './wide-resource-policy';

/** The rules of the family `iam`, by file name. */
export const iamRules: readonly Rule[] = [
  decryptDenied,
  iamNameWildcard,
  iamNoWildcard,
  inferenceProfileRegions,
  invokeWithoutGuardrail,
  longTermKey,
  managedPolicyWide,
  openResourcePolicy,
  openTrust,
  passRoleWide,
  policyWithoutSource,
  trustWholeAccount,
  trustWithoutSource,
  wideResourcePolicy,
];
