import type { Rule } from '../../../rule';
import { azureDatabasePublic } from './azure-database-public';
import { azureFirewallOpen } from './azure-firewall-open';
import { azureLiteralSecret } from './azure-literal-secret';
import { blobServiceUndeclared } from './blob-service-undeclared';
import { blobSoftDelete } from './blob-soft-delete';
import { blobVersions } from './blob-versions';
import { configStoreKey } from './config-store-key';
import { configStoreKeys } from './config-store-keys';
import { configStorePurge } from './config-store-purge';
import { cosmosBackup } from './cosmos-backup';
import { cosmosKey } from './cosmos-key';
import { cosmosKeys } from './cosmos-keys';
import { cosmosMetadataKeys } from './cosmos-metadata-keys';
import { cosmosTls } from './cosmos-tls';
import { cosmosZones } from './cosmos-zones';
import { networkRulesOpen } from './network-rules-open';
import { postgresBackup } from './postgres-backup';
import { postgresKey } from './postgres-key';
import { postgresPasswords } from './postgres-passwords';
import { postgresSettings } from './postgres-settings';
import { postgresSingle } from './postgres-single';
import { redisKeys } from './redis-keys';
import { redisSku } from './redis-sku';
import { redisTls } from './redis-tls';
import { redisZones } from './redis-zones';
import { storageCrossTenant } from './storage-cross-tenant';
import { storageDoubleEncryption } from './storage-double-encryption';
import { storageImmutable } from './storage-immutable';
import { storageKey } from './storage-key';
import { storageKeys } from './storage-keys';
import { storageLocalUsers } from './storage-local-users';
import { storagePublicBlobs } from './storage-public-blobs';
import { storageRedundancy } from './storage-redundancy';
import { storageSas } from './storage-sas';
import { storageTls } from './storage-tls';
import { vaultAccessPolicies } from './vault-access-policies';
import { vaultExpiry } from './vault-expiry';
import { vaultForMachines } from './vault-for-machines';
import { vaultKeyRotation } from './vault-key-rotation';
import { vaultKeySize } from './vault-key-size';
import { vaultPurge } from './vault-purge';
import { vaultSoftDelete } from './vault-soft-delete';

/** The rules of Azure about storage, key vaults, databases and caches, by file name. */
export const azureDataRules: readonly Rule[] = [
  azureDatabasePublic,
  azureFirewallOpen,
  azureLiteralSecret,
  blobServiceUndeclared,
  blobSoftDelete,
  blobVersions,
  configStoreKey,
  configStoreKeys,
  configStorePurge,
  cosmosBackup,
  cosmosKey,
  cosmosKeys,
  cosmosMetadataKeys,
  cosmosTls,
  cosmosZones,
  networkRulesOpen,
  postgresBackup,
  postgresKey,
  postgresPasswords,
  postgresSettings,
  postgresSingle,
  redisKeys,
  redisSku,
  redisTls,
  redisZones,
  storageCrossTenant,
  storageDoubleEncryption,
  storageImmutable,
  storageKey,
  storageKeys,
  storageLocalUsers,
  storagePublicBlobs,
  storageRedundancy,
  storageSas,
  storageTls,
  vaultAccessPolicies,
  vaultExpiry,
  vaultForMachines,
  vaultKeyRotation,
  vaultKeySize,
  vaultPurge,
  vaultSoftDelete,
];
