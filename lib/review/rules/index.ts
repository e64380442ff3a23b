import type { Pack, Rule } from '../rule';
import { packs } from '../rule';
import { azureRules } from './azure';
import { bedrockRules } from './bedrock';
import { ciRules } from './ci';
import { dataRules } from './data';
import { deploymentRules } from './deployment';
import { iamRules } from './iam';
import { sagemakerRules } from './sagemaker';
import { vectorRules } from './vector';

/** Every rule of `llmops check`, a folder a family. */
export const rules: readonly Rule[] = [
  ...azureRules,
  ...bedrockRules,
  ...ciRules,
  ...dataRules,
  ...deploymentRules,
  ...iamRules,
  ...sagemakerRules,
  ...vectorRules,
];

/**
 * The rules of a pack: its own, and those of the packs before it.
 *
 * @example rulesOf('production')
 */
export function rulesOf(pack: Pack): readonly Rule[] {
  const last = packs.indexOf(pack);
  return rules.filter((rule) => packs.indexOf(rule.pack) <= last);
}
