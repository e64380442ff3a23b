import type { Rule } from '../../rule';
import { buildCredentials } from './build-credentials';
import { buildKey } from './build-key';
import { buildLogs } from './build-logs';
import { buildLogsPlain } from './build-logs-plain';
import { buildOutsideVpc } from './build-outside-vpc';
import { buildPrivileged } from './build-privileged';
import { buildSourceTls } from './build-source-tls';
import { buildTrigger } from './build-trigger';
import { expressDeployment } from './express-deployment';
import { federatedAudience } from './federated-audience';
import { federatedTrust } from './federated-trust';
import { pipelineApproval } from './pipeline-approval';
import { pipelineKey } from './pipeline-key';
import { pipelineRollback } from './pipeline-rollback';
import { pipelineVersion1 } from './pipeline-version1';
import { repositoryKey } from './repository-key';
import { repositoryLifecycle } from './repository-lifecycle';
import { repositoryMutable } from './repository-mutable';
import { repositoryNotScanned } from './repository-not-scanned';

/** The rules of the family `ci`, by file name. */
export const ciRules: readonly Rule[] = [
  buildCredentials,
  buildKey,
  buildLogs,
  buildLogsPlain,
  buildOutsideVpc,
  buildPrivileged,
  buildSourceTls,
  buildTrigger,
  expressDeployment,
  federatedAudience,
  federatedTrust,
  pipelineApproval,
  pipelineKey,
  pipelineRollback,
  pipelineVersion1,
  repositoryKey,
  repositoryLifecycle,
  repositoryMutable,
  repositoryNotScanned,
];
