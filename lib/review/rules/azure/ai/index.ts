import type { Rule } from '../../../rule';
import { agentNetwork } from './agent-network';
import { agentStores } from './agent-stores';
import { aiAccountIdentity } from './ai-account-identity';
import { aiAccountKey } from './ai-account-key';
import { aiAccountKeys } from './ai-account-keys';
import { aiAccountOutbound } from './ai-account-outbound';
import { aiAccountSubdomain } from './ai-account-subdomain';
import { connectionKey } from './connection-key';
import { connectionShared } from './connection-shared';
import { contentFilterMissing } from './content-filter-missing';
import { contentFilterMode } from './content-filter-mode';
import { contentFilterOff } from './content-filter-off';
import { contentFilterThreshold } from './content-filter-threshold';
import { modelDeploymentCapacity } from './model-deployment-capacity';
import { modelDeploymentFilter } from './model-deployment-filter';
import { modelDeploymentResidency } from './model-deployment-residency';
import { modelDeploymentUnknownFilter } from './model-deployment-unknown-filter';
import { modelDeploymentVersion } from './model-deployment-version';
import { modelDeploymentsAtOnce } from './model-deployments-at-once';
import { promptShieldMissing } from './prompt-shield-missing';
import { protectedMaterialPassed } from './protected-material-passed';
import { searchExfiltration } from './search-exfiltration';
import { searchKey } from './search-key';
import { searchKeys } from './search-keys';
import { searchReplicas } from './search-replicas';
import { searchSku } from './search-sku';

/** The rules of Azure about AI services and AI Search, by file name. */
export const azureAiRules: readonly Rule[] = [
  agentNetwork,
  agentStores,
  aiAccountIdentity,
  aiAccountKey,
  aiAccountKeys,
  aiAccountOutbound,
  aiAccountSubdomain,
  connectionKey,
  connectionShared,
  contentFilterMissing,
  contentFilterMode,
  contentFilterOff,
  contentFilterThreshold,
  modelDeploymentCapacity,
  modelDeploymentFilter,
  modelDeploymentResidency,
  modelDeploymentUnknownFilter,
  modelDeploymentVersion,
  modelDeploymentsAtOnce,
  promptShieldMissing,
  protectedMaterialPassed,
  searchExfiltration,
  searchKey,
  searchKeys,
  searchReplicas,
  searchSku,
];
