import type { Rule } from '../../rule';
import { azureNoPublicNetwork } from './azure-no-public-network';

/** The rules of the family `azure`, by file name. */
export const azureRules: readonly Rule[] = [azureNoPublicNetwork];
