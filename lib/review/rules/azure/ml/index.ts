import type { Rule } from '../../../rule';
import { mlCollectorOff } from './ml-collector-off';
import { mlComputeIdle } from './ml-compute-idle';
import { mlComputeLocalAuth } from './ml-compute-local-auth';
import { mlComputeNetwork } from './ml-compute-network';
import { mlComputePublic } from './ml-compute-public';
import { mlContentSafety } from './ml-content-safety';
import { mlDatastoreKey } from './ml-datastore-key';
import { mlDeploymentCollector } from './ml-deployment-collector';
import { mlDeploymentEgress } from './ml-deployment-egress';
import { mlDeploymentInsights } from './ml-deployment-insights';
import { mlDeploymentModel } from './ml-deployment-model';
import { mlDeploymentProbes } from './ml-deployment-probes';
import { mlDeploymentRequests } from './ml-deployment-requests';
import { mlDeploymentSingle } from './ml-deployment-single';
import { mlEndpointKeys } from './ml-endpoint-keys';
import { mlEndpointTraffic } from './ml-endpoint-traffic';
import { mlOutboundAnywhere } from './ml-outbound-anywhere';
import { mlRegistryRegions } from './ml-registry-regions';
import { mlScalingFloor } from './ml-scaling-floor';
import { mlWorkspaceIdentity } from './ml-workspace-identity';
import { mlWorkspaceImpact } from './ml-workspace-impact';
import { mlWorkspaceIsolation } from './ml-workspace-isolation';
import { mlWorkspaceKey } from './ml-workspace-key';
import { mlWorkspaceLegacy } from './ml-workspace-legacy';
import { mlWorkspaceStores } from './ml-workspace-stores';

/** The rules of Azure about Azure Machine Learning, by file name. */
export const azureMlRules: readonly Rule[] = [
  mlCollectorOff,
  mlComputeIdle,
  mlComputeLocalAuth,
  mlComputeNetwork,
  mlComputePublic,
  mlContentSafety,
  mlDatastoreKey,
  mlDeploymentCollector,
  mlDeploymentEgress,
  mlDeploymentInsights,
  mlDeploymentModel,
  mlDeploymentProbes,
  mlDeploymentRequests,
  mlDeploymentSingle,
  mlEndpointKeys,
  mlEndpointTraffic,
  mlOutboundAnywhere,
  mlRegistryRegions,
  mlScalingFloor,
  mlWorkspaceIdentity,
  mlWorkspaceImpact,
  mlWorkspaceIsolation,
  mlWorkspaceKey,
  mlWorkspaceLegacy,
  mlWorkspaceStores,
];
