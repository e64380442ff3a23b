import type { Understood } from '../understood';

/** A grant counts at once here, so that its token adds nothing. A dry run is not made up. */
const use = ['KeyId', 'GrantTokens', 'DryRun=false'];
const grant = ['KeyId', 'GrantId', 'DryRun=false'];
const sealed = [...use, 'EncryptionContext'];

/**
 * What each action of KMS understands. Lists have one page, so that a limit is refused; so are enclaves (`Recipient`),
 * custom key stores and grants to services by their own member.
 * Source: API model of KMS in botocore 1.44.8 (2026-11).
 */
export const kmsMembers: Understood = {
  CancelKeyDeletion: ['KeyId'],
  CreateGrant: [
    ...use,
    'GranteePrincipal',
    'RetiringPrincipal',
    'Operations',
    'Constraints.EncryptionContextSubset',
    'Constraints.EncryptionContextEquals',
    'Name',
  ],
  Decrypt: [...sealed, 'CiphertextBlob', 'EncryptionAlgorithm'],
  DescribeKey: ['KeyId', 'GrantTokens'],
  DisableKey: ['KeyId'],
  EnableKey: ['KeyId'],
  Encrypt: [...sealed, 'Plaintext', 'EncryptionAlgorithm'],
  GenerateDataKey: [...sealed, 'NumberOfBytes', 'KeySpec'],
  GenerateDataKeyWithoutPlaintext: [...sealed, 'NumberOfBytes', 'KeySpec'],
  GenerateMac: [...use, 'Message', 'MacAlgorithm'],
  GenerateRandom: ['NumberOfBytes'],
  GetKeyPolicy: ['KeyId', 'PolicyName'],
  GetKeyRotationStatus: ['KeyId'],
  GetPublicKey: ['KeyId', 'GrantTokens'],
  ListAliases: ['KeyId'],
  ListGrants: ['KeyId', 'GrantId', 'GranteePrincipal'],
  ListKeys: [],
  ListResourceTags: ['KeyId'],
  ListRetirableGrants: ['RetiringPrincipal'],
  ReEncrypt: [
    'CiphertextBlob',
    'SourceEncryptionContext',
    'SourceKeyId',
    'DestinationKeyId',
    'DestinationEncryptionContext',
    'SourceEncryptionAlgorithm',
    'DestinationEncryptionAlgorithm',
    'GrantTokens',
    'DryRun=false',
  ],
  RetireGrant: [...grant, 'GrantToken'],
  RevokeGrant: grant,
  ScheduleKeyDeletion: ['KeyId', 'PendingWindowInDays'],
  Sign: [...use, 'Message', 'MessageType', 'SigningAlgorithm'],
  Verify: [...use, 'Message', 'MessageType', 'Signature', 'SigningAlgorithm'],
  VerifyMac: [...use, 'Message', 'MacAlgorithm', 'Mac'],
};
