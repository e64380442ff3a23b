import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `data`. */
export const azureDataMessages = {
  AzureDatabasePublic: {
    title: 'Public Azure database',
    meaning: 'A PostgreSQL server, Cosmos DB account or Redis cache can be reached from public addresses.',
    fix: 'Set publicNetworkAccess to Disabled, and use a private endpoint.',
  },
  AzureFirewallOpen: {
    title: 'Firewall of a service open to everybody',
    meaning: 'A firewall rule of an Azure data service allows every address, or every address of Azure.',
    fix: 'Name the addresses that may connect, or use a private endpoint.',
  },
  AzureLiteralSecret: {
    title: 'Secret in an Azure template',
    meaning: 'A password, key or token of an Azure resource is written out.',
    fix: 'Refer to a key vault, or use a secure parameter, and change the credential.',
  },
  BlobServiceUndeclared: {
    title: 'Storage account without settings of blobs',
    meaning: 'A storage account declares no blob service, so that neither versions nor soft-delete are on.',
    fix: 'Add a blob service with isVersioningEnabled and deleteRetentionPolicy.',
  },
  BlobSoftDelete: {
    title: 'Blobs without soft-delete',
    meaning: 'Blobs or containers that are deleted cannot be restored.',
    fix: 'Set enabled to true in deleteRetentionPolicy and containerDeleteRetentionPolicy.',
  },
  BlobVersions: {
    title: 'Blobs without versions',
    meaning: 'A blob that is overwritten cannot be restored.',
    fix: 'Set isVersioningEnabled to true.',
  },
  ConfigStoreKey: {
    title: 'App Configuration without a customer key',
    meaning: 'An App Configuration store is encrypted with a key of Microsoft.',
    fix: 'Set encryption.keyVaultProperties with a key.',
  },
  ConfigStoreKeys: {
    title: 'App Configuration with keys',
    meaning: 'An App Configuration store takes its access keys.',
    fix: 'Set disableLocalAuth to true, and assign roles.',
  },
  ConfigStorePurge: {
    title: 'App Configuration that can be purged',
    meaning: 'A deleted App Configuration store can be purged at once.',
    fix: 'Set enablePurgeProtection to true.',
  },
  CosmosBackup: {
    title: 'Cosmos DB without continuous backup',
    meaning: 'A Cosmos DB account cannot be restored to a point in time by yourself.',
    fix: 'Set backupPolicy.type to Continuous.',
  },
  CosmosKey: {
    title: 'Cosmos DB without a customer key',
    meaning: 'A Cosmos DB account is encrypted with a key of Microsoft.',
    fix: 'Set keyVaultKeyUri.',
  },
  CosmosKeys: {
    title: 'Cosmos DB with keys',
    meaning: 'A Cosmos DB account takes its keys.',
    fix: 'Set disableLocalAuth and disableKeyBasedMetadataWriteAccess to true, and assign roles of the data plane.',
  },
  CosmosMetadataKeys: {
    title: 'Cosmos DB whose keys change resources',
    meaning: 'Keys of a Cosmos DB account create and delete databases and containers.',
    fix: 'Set disableKeyBasedMetadataWriteAccess to true.',
  },
  CosmosTls: {
    title: 'Cosmos DB with old TLS',
    meaning: 'A Cosmos DB account takes TLS 1.0 or 1.1.',
    fix: 'Set minimalTlsVersion to Tls12.',
  },
  CosmosZones: {
    title: 'Cosmos DB in one zone',
    meaning: 'A region of a Cosmos DB account keeps its copies in one zone, or does not fail over.',
    fix: 'Set isZoneRedundant in each location, and enableAutomaticFailover to true.',
  },
  NetworkRulesOpen: {
    title: 'Network rules that allow by default',
    meaning: 'An Azure data service allows every address that no rule names.',
    fix: "Set defaultAction to 'Deny'.",
  },
  PostgresBackup: {
    title: 'PostgreSQL with backups in one region',
    meaning: 'Backups of a PostgreSQL server stay in its region, or are kept for less than seven days.',
    fix: 'Set backup.geoRedundantBackup to Enabled, and backupRetentionDays to at least 7.',
  },
  PostgresKey: {
    title: 'PostgreSQL without a customer key',
    meaning: 'A PostgreSQL server is encrypted with a key of Microsoft.',
    fix: 'Set dataEncryption with type AzureKeyVault and a key.',
  },
  PostgresPasswords: {
    title: 'PostgreSQL with passwords',
    meaning: 'A PostgreSQL server takes passwords, or no Microsoft Entra tokens.',
    fix: 'Set authConfig with passwordAuth Disabled and activeDirectoryAuth Enabled.',
  },
  PostgresSettings: {
    title: 'PostgreSQL setting that weakens the server',
    meaning:
      'A setting of a PostgreSQL server takes connections without TLS or with old TLS, or does not log who connects.',
    fix: 'Leave require_secure_transport on, ssl_min_protocol_version at TLSv1.2, and the logs of connections on.',
  },
  PostgresSingle: {
    title: 'PostgreSQL without a standby',
    meaning: 'A PostgreSQL server has no standby in another zone.',
    fix: 'Use a sku of GeneralPurpose or MemoryOptimized, and set highAvailability.mode to ZoneRedundant.',
  },
  RedisKeys: {
    title: 'Redis with keys',
    meaning: 'A Redis cache takes its access keys.',
    fix: 'Set disableAccessKeyAuthentication to true, and redisConfiguration aad-enabled to true.',
  },
  RedisSku: {
    title: 'Redis without a replica',
    meaning: 'A Redis cache has the tier Basic, which is one node without an agreement.',
    fix: 'Use the sku Standard or Premium.',
  },
  RedisTls: {
    title: 'Redis without TLS',
    meaning: 'A Redis cache takes connections without TLS, or with TLS 1.0 or 1.1.',
    fix: "Set enableNonSslPort to false, and minimumTlsVersion to '1.2'.",
  },
  RedisZones: {
    title: 'Redis in one zone',
    meaning: 'A Redis cache is in one zone.',
    fix: 'Name two or more zones.',
  },
  StorageCrossTenant: {
    title: 'Replication to other tenants',
    meaning: 'Objects of a storage account can be replicated to accounts of other tenants.',
    fix: 'Set allowCrossTenantReplication to false.',
  },
  StorageDoubleEncryption: {
    title: 'Storage account that is encrypted once',
    meaning: 'A storage account has no infrastructure encryption below that of the service.',
    fix: 'Set encryption.requireInfrastructureEncryption to true; it cannot be changed later.',
  },
  StorageImmutable: {
    title: 'Storage account without immutability',
    meaning: 'Versions of blobs can be changed or deleted by whoever may write.',
    fix: 'Set immutableStorageWithVersioning.enabled to true.',
  },
  StorageKey: {
    title: 'Storage account without a customer key',
    meaning: 'A storage account is encrypted with a key of Microsoft.',
    fix: 'Set encryption.keySource to Microsoft.Keyvault, with a key.',
  },
  StorageKeys: {
    title: 'Storage account with keys',
    meaning: 'A storage account takes its access keys.',
    fix: 'Set allowSharedKeyAccess to false, and assign roles.',
  },
  StorageLocalUsers: {
    title: 'Storage account with other ways in',
    meaning: 'A storage account takes SFTP, NFS or local users, which do not sign in with Microsoft Entra.',
    fix: 'Set isLocalUserEnabled, isSftpEnabled and isNfsV3Enabled to false.',
  },
  StoragePublicBlobs: {
    title: 'Public blobs',
    meaning: 'A storage account or container can be read without signing in.',
    fix: "Set allowBlobPublicAccess to false, and publicAccess of containers to 'None'.",
  },
  StorageRedundancy: {
    title: 'Storage account in one zone',
    meaning: 'A storage account keeps its copies in one zone.',
    fix: 'Use a sku with ZRS or GZRS.',
  },
  StorageSas: {
    title: 'Shared access signatures that last',
    meaning: 'A storage account has no policy for shared access signatures, or one of more than seven days.',
    fix: 'Set sasPolicy.sasExpirationPeriod to at most 7.00:00:00.',
  },
  StorageTls: {
    title: 'Storage account with old TLS',
    meaning: 'A storage account takes TLS 1.0 or 1.1, or plain HTTP.',
    fix: 'Set minimumTlsVersion to TLS1_2, and supportsHttpsTrafficOnly to true.',
  },
  VaultAccessPolicies: {
    title: 'Key vault with access policies',
    meaning: 'A vault uses access policies, which everybody with the role Contributor can change.',
    fix: 'Set enableRbacAuthorization to true, and leave out accessPolicies.',
  },
  VaultExpiry: {
    title: 'Key or secret without an end',
    meaning: 'A key or secret of a vault never expires.',
    fix: 'Set attributes.exp.',
  },
  VaultForMachines: {
    title: 'Key vault open to deployments',
    meaning: 'Virtual machines, disk encryption or template deployments read secrets of a vault without a role.',
    fix: 'Set enabledForDeployment, enabledForDiskEncryption and enabledForTemplateDeployment to false.',
  },
  VaultKeyRotation: {
    title: 'Key without rotation',
    meaning: 'A key of a vault is not rotated.',
    fix: 'Set rotationPolicy with an action of type rotate.',
  },
  VaultKeySize: {
    title: 'Short RSA key',
    meaning: 'An RSA key of a vault has less than 2048 bits.',
    fix: 'Set keySize to at least 2048.',
  },
  VaultPurge: {
    title: 'Key vault that can be purged',
    meaning: 'Keys and secrets of a vault can be deleted for good within the retention.',
    fix: 'Set enablePurgeProtection to true.',
  },
  VaultSoftDelete: {
    title: 'Key vault that forgets quickly',
    meaning: 'A vault has no soft-delete, or one of less than 30 days.',
    fix: 'Leave enableSoftDelete true, and set softDeleteRetentionInDays to at least 30.',
  },
} as const satisfies Declarations;
