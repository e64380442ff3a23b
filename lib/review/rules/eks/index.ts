import type { Rule } from '../../rule';
import { clusterAdministrator } from './cluster-administrator';
import { clusterAuthMode } from './cluster-auth-mode';
import { clusterCreatorAdmin } from './cluster-creator-admin';
import { clusterDeletable } from './cluster-deletable';
import { clusterLogs } from './cluster-logs';
import { clusterPrivateEndpoint } from './cluster-private-endpoint';
import { clusterPublicEndpoint } from './cluster-public-endpoint';
import { clusterSecretsKey } from './cluster-secrets-key';
import { clusterVersion } from './cluster-version';
import { gpuNodegroupTaint } from './gpu-nodegroup-taint';
import { instanceMetadata } from './instance-metadata';
import { metadataHops } from './metadata-hops';
import { nodeRepair } from './node-repair';
import { nodegroupShell } from './nodegroup-shell';
import { nodegroupSingle } from './nodegroup-single';
import { nodegroupZones } from './nodegroup-zones';

/** The rules of the family `eks`, by file name. */
export const eksRules: readonly Rule[] = [
  clusterAdministrator,
  clusterAuthMode,
  clusterCreatorAdmin,
  clusterDeletable,
  clusterLogs,
  clusterPrivateEndpoint,
  clusterPublicEndpoint,
  clusterSecretsKey,
  clusterVersion,
  gpuNodegroupTaint,
  instanceMetadata,
  metadataHops,
  nodeRepair,
  nodegroupShell,
  nodegroupSingle,
  nodegroupZones,
];
