import type { Declarations } from '../declaration';

/** Findings of the rules of the family `data`. */
export const dataMessages = {
  BucketAcl: {
    title: 'Bucket with ACLs',
    meaning: 'A bucket has ACLs, which no policy sees.',
    fix: 'Set ObjectOwnership to BucketOwnerEnforced, and leave out AccessControl.',
  },
  BucketKey: {
    title: 'Bucket without a customer key',
    meaning: 'A bucket is not encrypted with a customer key.',
    fix: 'Set SSEAlgorithm to aws:kms and KMSMasterKeyID in BucketEncryption.',
  },
  BucketLifecycle: {
    title: 'Bucket without a lifecycle',
    meaning: 'A bucket keeps everything for ever.',
    fix: 'Set rules of LifecycleConfiguration, for old versions and incomplete uploads too.',
    severity: 'warning',
  },
  BucketNotLogged: {
    title: 'Bucket without an access log',
    meaning: 'A bucket does not record who reads it.',
    fix: 'Set LoggingConfiguration.',
    severity: 'warning',
  },
  BucketObjectLock: {
    title: 'Bucket without object lock',
    meaning: 'Objects of a bucket can be changed before their time.',
    fix: 'Set ObjectLockEnabled to true.',
    severity: 'warning',
  },
  BucketPlainTransport: {
    title: 'Bucket without HTTPS',
    meaning: 'No policy of a bucket refuses requests without TLS.',
    fix: 'Deny requests where aws:SecureTransport is false.',
  },
  BucketPublicAccess: {
    title: 'Bucket that may become public',
    meaning: 'A bucket does not block public access.',
    fix: 'Set the four settings of PublicAccessBlockConfiguration to true.',
  },
  BucketUnversioned: {
    title: 'Bucket without versions',
    meaning: 'A bucket keeps no earlier versions of its objects.',
    fix: 'Set Status of VersioningConfiguration to Enabled.',
  },
  CachePlain: {
    title: 'Cache without encryption',
    meaning: 'A cache, which keeps prompts and answers, is not encrypted with a customer key.',
    fix: 'Set AtRestEncryptionEnabled and TransitEncryptionEnabled to true, and KmsKeyId.',
  },
  CacheSingle: {
    title: 'Cache without failover',
    meaning: 'A cache has no second node that takes over.',
    fix: 'Set AutomaticFailoverEnabled to true.',
    severity: 'warning',
  },
  DataNotRetained: {
    title: 'Data that is deleted with its stack',
    meaning: 'A resource that holds data is deleted with its stack, and nothing of the environment is retained.',
    fix: 'Set DeletionPolicy and UpdateReplacePolicy to Retain or RetainExceptOnCreate.',
  },
  FileSystemPlain: {
    title: 'File system without encryption',
    meaning: 'A file system is not encrypted with a customer key.',
    fix: 'Set Encrypted to true and KmsKeyId.',
  },
  KeyDisabled: {
    title: 'Disabled key',
    meaning: 'A key cannot be used.',
    fix: 'Leave out Enabled.',
  },
  KeyRotation: {
    title: 'Key without rotation',
    meaning: 'A key is never rotated.',
    fix: 'Set EnableKeyRotation to true.',
  },
  LiteralSecret: {
    title: 'Secret in a template',
    meaning: 'A text of a template is a credential, or a variable that is named like one has a value.',
    fix: 'Refer to Secrets Manager or Parameter Store, and change the credential.',
  },
  LogDataProtection: {
    title: 'Log group that shows personal data',
    meaning: 'A log group does not mask personal data.',
    fix: 'Set DataProtectionPolicy.',
    severity: 'warning',
  },
  LogKey: {
    title: 'Log group without a customer key',
    meaning: 'A log group is not encrypted with a customer key.',
    fix: 'Set KmsKeyId.',
  },
  LogNotRetained: {
    title: 'Log group that is deleted with its stack',
    meaning: 'A log group is deleted with its stack.',
    fix: 'Set DeletionPolicy and UpdateReplacePolicy to Retain.',
    severity: 'warning',
  },
  LogRetention: {
    title: 'Log group without a retention',
    meaning: 'A log group keeps its logs for ever.',
    fix: 'Set RetentionInDays.',
    severity: 'warning',
  },
  SecretInTemplate: {
    title: 'Secret value in a template',
    meaning: 'The value of a secret is in the template.',
    fix: 'Use GenerateSecretString, or write the value after the deployment.',
  },
  SecretKey: {
    title: 'Secret without a customer key',
    meaning: 'A secret is not encrypted with a customer key.',
    fix: 'Set KmsKeyId.',
  },
  SecretPolicyPublic: {
    title: 'Secret policy that is not checked',
    meaning: 'A resource policy of a secret is taken even where it is public.',
    fix: 'Set BlockPublicPolicy to true.',
  },
  StreamPlain: {
    title: 'Stream without encryption',
    meaning: 'A stream is not encrypted with a customer key.',
    fix: 'Set StreamEncryption with a key.',
  },
  TableDeletable: {
    title: 'Table without deletion protection',
    meaning: 'A table can be deleted by one call.',
    fix: 'Set DeletionProtectionEnabled to true.',
  },
  TableKey: {
    title: 'Table without a customer key',
    meaning: 'A table is not encrypted with a customer key.',
    fix: 'Set SSEEnabled to true and KMSMasterKeyId.',
  },
  TableRecovery: {
    title: 'Table without recovery to a point in time',
    meaning: 'A table cannot be restored to an earlier time.',
    fix: 'Set PointInTimeRecoveryEnabled to true.',
  },
  TrailWeak: {
    title: 'Weak audit trail',
    meaning: 'A trail does not validate its files, misses regions, or has no customer key.',
    fix: 'Set EnableLogFileValidation and IsMultiRegionTrail to true, and KMSKeyId.',
  },
  VolumePlain: {
    title: 'Volume without a customer key',
    meaning: 'A volume is not encrypted with a customer key.',
    fix: 'Set Encrypted to true and KmsKeyId.',
  },
} as const satisfies Declarations;
