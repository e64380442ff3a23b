import type { Rule } from '../../rule';
import { dataSourceDeletion } from './data-source-deletion';

/** The rules of the family `bedrock`, by file name. */
export const bedrockRules: readonly Rule[] = [dataSourceDeletion];
