import type { Constraint } from '../constraint';
import { bucketPolicy } from './bucket-policy';
import { conditionKey } from './condition-key';
import { keyPolicyLockout } from './key-policy-lockout';
import { keyUsage } from './key-usage';
import { kmsKeyExists } from './kms-key-exists';
import { lambdaPermission } from './lambda-permission';
import { managedPolicy } from './managed-policy';
import { policyAction, policyActionKnown } from './policy-action';
import { policyAttached } from './policy-attached';
import { policyGrammar } from './policy-grammar';
import { policyPrincipal } from './policy-principal';
import { policyResource } from './policy-resource';
import { inlinePolicySize, managedPolicySize, trustPolicySize } from './policy-size';
import { principalExists } from './principal-exists';
import { serviceRole } from './service-role';
import { trustPolicy } from './trust-policy';

/** Rules of identities, policies and keys. */
export const iamConstraints: readonly Constraint[] = [
  policyGrammar,
  policyAction,
  policyActionKnown,
  policyResource,
  policyPrincipal,
  principalExists,
  lambdaPermission,
  conditionKey,
  trustPolicy,
  bucketPolicy,
  keyPolicyLockout,
  keyUsage,
  kmsKeyExists,
  managedPolicy,
  policyAttached,
  managedPolicySize,
  trustPolicySize,
  inlinePolicySize,
  serviceRole,
];
