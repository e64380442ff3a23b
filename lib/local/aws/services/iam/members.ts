import type { Understood } from '../understood';

/** What each action of IAM understands: no pages. Source: API model of IAM in botocore 1.44.8 (2026-11). */
export const iamMembers: Understood = {
  GetPolicy: ['PolicyArn'],
  GetPolicyVersion: ['PolicyArn', 'VersionId'],
  GetRolePolicy: ['RoleName', 'PolicyName'],
  ListAttachedRolePolicies: ['RoleName'],
  ListOpenIDConnectProviders: [],
  ListRolePolicies: ['RoleName'],
};
