import type { Pack, Rule } from '../rule';
import { packs } from '../rule';
import { applicationRules } from './application';
import { azureRules } from './azure';
import { bedrockRules } from './bedrock';
import { ciRules } from './ci';
import { dataRules } from './data';
import { deploymentRules } from './deployment';
import { eksRules } from './eks';
import { iamRules } from './iam';
import { kubernetesRules } from './kubernetes';
import { networkRules } from './network';
import { sagemakerRules } from './sagemaker';
import { vectorRules } from './vector';

/** Every rule of `llmops check`, a folder a family. */
export const rules: readonly Rule[] = [
  ...applicationRules,
  ...azureRules,
  ...bedrockRules,
  ...ciRules,
  ...dataRules,
  ...deploymentRules,
  ...eksRules,
  ...iamRules,
  ...kubernetesRules,
  ...networkRules,
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
