import type { Declarations } from '../declaration';

/** Findings of the rules of the family `vector`. */
export const vectorMessages = {
  CollectionAccess: {
    title: 'Wide access to collections',
    meaning: 'A data access policy allows everything, every collection or index, or a whole account.',
    fix: 'Name roles, permissions and collections.',
  },
  CollectionDeletable: {
    title: 'Collection without deletion protection',
    meaning: 'A collection of OpenSearch Serverless can be deleted by one call.',
    fix: 'Set DeletionProtection to ENABLED.',
  },
  CollectionKey: {
    title: 'Collection without a customer key',
    meaning: 'A collection of OpenSearch Serverless is encrypted with a key of AWS.',
    fix: 'Set AWSOwnedKey to false and KmsARN in the encryption policy.',
  },
  CollectionNetwork: {
    title: 'Collection without a network source',
    meaning: 'A network policy closes collections to the internet and names nothing that may connect.',
    fix: 'Name VPC endpoints in SourceVPCEs, or Bedrock in SourceServices.',
  },
  CollectionStandby: {
    title: 'Collection without a standby',
    meaning: 'A collection of OpenSearch Serverless has no standby replicas in other zones.',
    fix: 'Set StandbyReplicas to ENABLED.',
  },
  DatabaseBackups: {
    title: 'Short database backups',
    meaning: 'Backups of a database are kept for less than a week.',
    fix: 'Set BackupRetentionPeriod to at least 7.',
  },
  DatabaseDeletable: {
    title: 'Database without deletion protection',
    meaning: 'A database can be deleted by one call.',
    fix: 'Set DeletionProtection to true.',
  },
  DatabaseKey: {
    title: 'Database without a customer key',
    meaning: 'A database is not encrypted with a customer key.',
    fix: 'Set KmsKeyId.',
  },
  DatabaseLogs: {
    title: 'Database without logs',
    meaning: 'A database does not write its log to CloudWatch.',
    fix: 'Name postgresql in EnableCloudwatchLogsExports.',
  },
  DatabaseMasterPassword: {
    title: 'Master password in a template',
    meaning: 'The master password of a database is not managed by Secrets Manager.',
    fix: 'Set ManageMasterUserPassword to true.',
  },
  DatabasePasswords: {
    title: 'Database without IAM authentication',
    meaning: 'A database takes passwords and no identities of IAM.',
    fix: 'Set EnableIAMDatabaseAuthentication to true.',
  },
  DatabasePlain: {
    title: 'Database without encryption',
    meaning: 'A database is not encrypted at rest.',
    fix: 'Set StorageEncrypted to true.',
  },
  DatabasePublic: {
    title: 'Public database',
    meaning: 'A database has a public address.',
    fix: 'Set PubliclyAccessible to false.',
  },
  DatabaseSingle: {
    title: 'Database cluster with one instance',
    meaning: 'A database cluster has fewer than two instances.',
    fix: 'Add a second AWS::RDS::DBInstance in another zone.',
  },
  DatabaseUpdates: {
    title: 'Database without minor updates',
    meaning: 'A database does not install minor versions.',
    fix: 'Set AutoMinorVersionUpgrade to true.',
    severity: 'warning',
  },
  SearchDomainAccess: {
    title: 'Search domain without fine-grained access control',
    meaning: 'An OpenSearch domain does not check rights by index and field, or has users with passwords of its own.',
    fix: 'Set Enabled of AdvancedSecurityOptions to true and InternalUserDatabaseEnabled to false.',
  },
  SearchDomainLogs: {
    title: 'Search domain without logs',
    meaning: 'An OpenSearch domain does not log errors and audit events.',
    fix: 'Enable ES_APPLICATION_LOGS and AUDIT_LOGS in LogPublishingOptions.',
  },
  SearchDomainNodeTraffic: {
    title: 'Plain traffic between search nodes',
    meaning: 'The nodes of an OpenSearch domain talk in clear text.',
    fix: 'Set Enabled of NodeToNodeEncryptionOptions to true.',
  },
  SearchDomainNodes: {
    title: 'Search domain with few nodes',
    meaning: 'An OpenSearch domain has fewer than three data nodes or no zone awareness.',
    fix: 'Set InstanceCount to at least 3 and ZoneAwarenessEnabled to true.',
  },
  SearchDomainPlain: {
    title: 'Search domain without encryption',
    meaning: 'An OpenSearch domain is not encrypted at rest.',
    fix: 'Set Enabled and KmsKeyId of EncryptionAtRestOptions.',
  },
  SearchDomainPublic: {
    title: 'Search domain outside a VPC',
    meaning: 'An OpenSearch domain has a public address.',
    fix: 'Set VPCOptions.',
  },
  SearchDomainTls: {
    title: 'Search domain without HTTPS',
    meaning: 'An OpenSearch domain answers HTTP or old versions of TLS.',
    fix: 'Set EnforceHTTPS to true and TLSSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10.',
  },
  SearchDomainUpdates: {
    title: 'Search domain without updates',
    meaning: 'An OpenSearch domain does not install service software updates.',
    fix: 'Set AutoSoftwareUpdateEnabled to true.',
    severity: 'warning',
  },
  SearchDomainZones: {
    title: 'Search domain in one zone',
    meaning: 'An OpenSearch domain has one subnet.',
    fix: 'Name subnets of at least two zones in VPCOptions.',
  },
  VectorBucketKey: {
    title: 'Vectors without a customer key',
    meaning: 'A vector bucket of S3 does not encrypt with a customer key.',
    fix: 'Set SseType to aws:kms and KmsKeyArn.',
  },
  VectorIndexKey: {
    title: 'Vector index without a customer key',
    meaning: 'An index of S3 Vectors names another encryption than a customer key.',
    fix: 'Set SseType of the index to aws:kms and KmsKeyArn, or leave EncryptionConfiguration out.',
  },
} as const satisfies Declarations;
