import type { Rule } from '../../rule';
import { bucketAcl } from './bucket-acl';
import { bucketKey } from './bucket-key';
import { bucketLifecycle } from './bucket-lifecycle';
import { bucketNotLogged } from './bucket-not-logged';
import { bucketObjectLock } from './bucket-object-lock';
import { bucketPlainTransport } from './bucket-plain-transport';
import { bucketPublicAccess } from './bucket-public-access';
import { bucketUnversioned } from './bucket-unversioned';
import { cachePlain } from './cache-plain';
import { cacheSingle } from './cache-single';
import { dataNotRetained } from './data-not-retained';
import { fileSystemPlain } from './file-system-plain';
import { keyDisabled } from './key-disabled';
import { keyRotation } from './key-rotation';
import { literalSecret } from './literal-secret';
import { logDataProtection } from './log-data-protection';
import { logKey } from './log-key';
import { logNotRetained } from './log-not-retained';
import { logRetention } from './log-retention';
import { secretInTemplate } from './secret-in-template';
import { secretKey } from './secret-key';
import { secretPolicyPublic } from './secret-policy-public';
import { statefulRetained } from './stateful-retained';
import { streamPlain } from './stream-plain';
import { tableDeletable } from './table-deletable';
import { tableKey } from './table-key';
import { tableRecovery } from './table-recovery';
import { trailWeak } from './trail-weak';
import { volumePlain } from './volume-plain';

/** The rules of the family `data`, by file name. */
export const dataRules: readonly Rule[] = [
  bucketAcl,
  bucketKey,
  bucketLifecycle,
  bucketNotLogged,
  bucketObjectLock,
  bucketPlainTransport,
  bucketPublicAccess,
  bucketUnversioned,
  cachePlain,
  cacheSingle,
  dataNotRetained,
  fileSystemPlain,
  keyDisabled,
  keyRotation,
  literalSecret,
  logDataProtection,
  logKey,
  logNotRetained,
  logRetention,
  secretInTemplate,
  secretKey,
  secretPolicyPublic,
  statefulRetained,
  streamPlain,
  tableDeletable,
  tableKey,
  tableRecovery,
  trailWeak,
  volumePlain,
];
