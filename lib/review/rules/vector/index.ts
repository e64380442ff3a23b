import type { Rule } from '../../rule';
import { bedrockTextFilterable } from './bedrock-text-filterable';
import { openSearchNoPublicNetwork } from './opensearch-no-public-network';

/** The rules of the family `vector`, by file name. */
export const vectorRules: readonly Rule[] = [bedrockTextFilterable, openSearchNoPublicNetwork];
