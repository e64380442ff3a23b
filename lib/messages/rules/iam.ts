import type { Declarations } from '../declaration';

/** Findings of the rules of the family `iam`. */
export const iamMessages = {
  DecryptDenied: {
    title: 'Key that a reader may not use',
    meaning: 'A role reads a bucket that is encrypted with a key, and may not decrypt with the key.',
    fix: 'Allow kms:Decrypt on the key of the bucket.',
  },
  IamNameWildcard: {
    title: 'Policy for every resource of a service',
    meaning: 'A policy names every model, key, function, secret, table, index or bucket of an account.',
    fix: 'Name the resource.',
  },
  InvokeWithoutGuardrail: {
    title: 'Model calls without a guardrail',
    meaning: 'An identity may call a model of Bedrock without a guardrail.',
    fix: 'Deny bedrock:InvokeModel unless bedrock:GuardrailIdentifier is your guardrail.',
    severity: 'warning',
  },
  LongTermKey: {
    title: 'Long-term access key',
    meaning: 'A template creates an access key that never expires.',
    fix: 'Use a role, with federation for people and pipelines.',
  },
  ManagedPolicyWide: {
    title: 'Managed policy with all rights',
    meaning: 'An identity has a managed policy of AWS with all rights on a service or on the account.',
    fix: 'Write a policy with the actions and resources that are needed.',
  },
  OpenResourcePolicy: {
    title: 'Resource policy for everybody',
    meaning: 'A resource policy gives rights to every AWS identity or to the whole internet.',
    fix: 'Name the principals, or add a condition on their account or organisation.',
  },
  OpenTrust: {
    title: 'Role for everybody',
    meaning: 'Every AWS identity may take a role.',
    fix: 'Name the principals.',
  },
  PassRoleWide: {
    title: 'Right to pass any role',
    meaning: 'A policy passes more roles than one, or passes a role to any service.',
    fix: 'Name the role by ARN, and the service in a condition on iam:PassedToService.',
  },
  PolicyWithoutSource: {
    title: 'Rights of a service for every account',
    meaning: 'A resource policy gives rights to a service of AWS without a condition on the account it acts for.',
    fix: 'Add a condition on aws:SourceAccount or aws:SourceArn.',
  },
  TrustWholeAccount: {
    title: 'Role for a whole account',
    meaning: 'Every identity of an account may take a role.',
    fix: 'Name roles, or add a condition on aws:PrincipalArn, aws:PrincipalOrgID or sts:ExternalId.',
    severity: 'warning',
  },
  TrustWithoutSource: {
    title: 'Trust in a service for every account',
    meaning: 'A role trusts a service of AWS without a condition on the account it acts for.',
    fix: 'Add a condition on aws:SourceAccount, and on aws:SourceArn where the resource is known.',
  },
  WideResourcePolicy: {
    title: 'Resource policy for every action',
    meaning: 'A resource policy allows every action of its service.',
    fix: 'Name the actions that the principal calls.',
  },
} as const satisfies Declarations;
