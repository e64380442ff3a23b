import type { Rule } from '../../../rule';
import { mlComputeIdle } from './ml-compute-idle';
import { mlComputeLocalAuth } from './ml-compute-local-auth';
import { mlComputeNetwork } from './ml-compute-network';
import { mlComputePublic } from './ml-compute-public';
import { mlContentSafety } from './ml-content-safety';
import { mlDatastoreKey } from './ml-datastore-key';
import { mlDeploymentCollector } from './ml-deployment-collector';
import { mlDeploymentInsights } from './ml-deployment-insights';
import { mlDeploymentProbes } from './ml-deployment-probes';
import { mlDeploymentRequests } from './ml-deployment-requests';
import { mlEndpointKeys } from './ml-endpoint-keys';
import { mlOutboundAnywhere } from './ml-outbound-anywhere';
import { mlRegistryRegions } from './ml-registry-regions';
import { mlWorkspaceIdentity } from './ml-workspace-identity';
import { mlWorkspaceImpact } from './ml-workspace-impact';
import { mlWorkspaceIsolation } from './ml-workspace-isolation';
import { mlWorkspaceKey } from './ml-workspace-key';
import { mlWorkspaceLegacy } from './ml-workspace-legacy';
import { mlWorkspaceStores } from './ml-workspace-stores';

/** The rules of Azure about Azure Machine Learning, by file name. */
export const azureMlRules: readonly Rule[] = [
  mlComputeIdle,
  mlComputeLocalAuth,
  mlComputeNetwork,
  mlComputePublic,
  mlContentSafety,
  mlDatastoreKey,
  mlDeploymentCollector,
  mlDeploymentInsights,
  mlDeploymentProbes,
  mlDeploymentRequests,
  mlEndpointKeys,
  mlOutboundAnywhere,
  mlRegistryRegions,
  mlWorkspaceIdentity,
  mlWorkspaceImpact,
  mlWorkspaceIsolation,
  mlWorkspaceKey,
  mlWorkspaceLegacy,
  mlWorkspaceStores,
];
