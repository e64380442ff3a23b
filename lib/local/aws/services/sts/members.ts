import type { Understood } from '../understood';

/**
 * What each action of STS understands: no MFA device, and no tags that pass from role to role.
 * Source: API model of STS in botocore 1.44.8 (2026-11).
 */
export const stsMembers: Understood = {
  AssumeRole: [
    'RoleArn',
    'RoleSessionName',
    'PolicyArns',
    'Policy',
    'DurationSeconds',
    'Tags',
    'ExternalId',
    'SourceIdentity',
  ],
  GetCallerIdentity: [],
};
