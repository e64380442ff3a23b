import type { Rule } from '../../rule';
import { bedrockTextFilterable } from './bedrock-text-filterable';
import { collectionAccess } from './collection-access';
import { collectionDeletable } from './collection-deletable';
import { collectionKey } from './collection-key';
import { collectionNetwork } from './collection-network';
import { collectionStandby } from './collection-standby';
import { databaseBackups } from './database-backups';
import { databaseDeletable } from './database-deletable';
import { databaseKey } from './database-key';
import { databaseLogs } from './database-logs';
import { databaseMasterPassword } from './database-master-password';
import { databasePasswords } from './database-passwords';
import { databasePlain } from './database-plain';
import { databasePublic } from './database-public';
import { databaseSingle } from './database-single';
import { databaseUpdates } from './database-updates';
import { openSearchNoPublicNetwork } from './opensearch-no-public-network';
import { searchDomainAccess } from './search-domain-access';
import { searchDomainLogs } from './search-domain-logs';
import { searchDomainNodeTraffic } from './search-domain-node-traffic';
import { searchDomainNodes } from './search-domain-nodes';
import { searchDomainPlain } from './search-domain-plain';
import { searchDomainPublic } from './search-domain-public';
import { searchDomainTls } from './search-domain-tls';
import { searchDomainUpdates } from './search-domain-updates';
import { searchDomainZones } from './search-domain-zones';
import { vectorBucketKey } from './vector-bucket-key';
import { vectorIndexKey } from './vector-index-key';

/** The rules of the family `vector`, by file name. */
export const vectorRules: readonly Rule[] = [
  bedrockTextFilterable,
  collectionAccess,
  collectionDeletable,
  collectionKey,
  collectionNetwork,
  collectionStandby,
  databaseBackups,
  databaseDeletable,
  databaseKey,
  databaseLogs,
  databaseMasterPassword,
  databasePasswords,
  databasePlain,
  databasePublic,
  databaseSingle,
  databaseUpdates,
  openSearchNoPublicNetwork,
  searchDomainAccess,
  searchDomainLogs,
  searchDomainNodeTraffic,
  searchDomainNodes,
  searchDomainPlain,
  searchDomainPublic,
  searchDomainTls,
  searchDomainUpdates,
  searchDomainZones,
  vectorBucketKey,
  vectorIndexKey,
];
