import type { Rule } from '../../rule';
import { federatedTrust } from './federated-trust';

/** The rules of the family `ci`, by file name. */
export const ciRules: readonly Rule[] = [federatedTrust];
