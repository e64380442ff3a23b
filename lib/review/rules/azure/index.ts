import type { Rule } from '../../rule';
import { azureAiRules } from './ai';
import { azureAksRules } from './aks';
import { azureAppsRules } from './apps';
import { azureNoPublicNetwork } from './azure-no-public-network';
import { azureDataRules } from './data';
import { azureIdentityRules } from './identity';
import { azureMlRules } from './ml';
import { azureNetworkRules } from './network';
import { azureOperationsRules } from './operations';

/** The rules of the family `azure`, by folder. */
export const azureRules: readonly Rule[] = [
  azureNoPublicNetwork,
  ...azureAiRules,
  ...azureAksRules,
  ...azureAppsRules,
  ...azureDataRules,
  ...azureIdentityRules,
  ...azureMlRules,
  ...azureNetworkRules,
  ...azureOperationsRules,
];
