import type { Rule } from '../../rule';
import { iamNoWildcard } from './iam-no-wildcard';
import { inferenceProfileRegions } from './inference-profile-regions';

/** The rules of the family `iam`, by file name. */
export const iamRules: readonly Rule[] = [iamNoWildcard, inferenceProfileRegions];
