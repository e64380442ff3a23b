import type { Rule } from '../../../rule';
import { aksDefender } from './aks-defender';
import { aksDisks } from './aks-disks';
import { aksEgress } from './aks-egress';
import { aksGpuPool } from './aks-gpu-pool';
import { aksHttpRouting } from './aks-http-routing';
import { aksImageCleaner } from './aks-image-cleaner';
import { aksLocalAccounts } from './aks-local-accounts';
import { aksNetworkPolicy } from './aks-network-policy';
import { aksNodePublic } from './aks-node-public';
import { aksNodeShell } from './aks-node-shell';
import { aksPolicy } from './aks-policy';
import { aksPoolZones } from './aks-pool-zones';
import { aksPublicApi } from './aks-public-api';
import { aksRoles } from './aks-roles';
import { aksRunCommand } from './aks-run-command';
import { aksSecretsKey } from './aks-secrets-key';
import { aksTier } from './aks-tier';
import { aksUpgrade } from './aks-upgrade';
import { aksWorkloadIdentity } from './aks-workload-identity';

/** The rules of Azure about Azure Kubernetes Service, by file name. */
export const azureAksRules: readonly Rule[] = [
  aksDefender,
  aksDisks,
  aksEgress,
  aksGpuPool,
  aksHttpRouting,
  aksImageCleaner,
  aksLocalAccounts,
  aksNetworkPolicy,
  aksNodePublic,
  aksNodeShell,
  aksPolicy,
  aksPoolZones,
  aksPublicApi,
  aksRoles,
  aksRunCommand,
  aksSecretsKey,
  aksTier,
  aksUpgrade,
  aksWorkloadIdentity,
];
