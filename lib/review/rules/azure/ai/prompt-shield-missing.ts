import { nodeTypes } from '../../../azure/azure-value';
import { missingFilters } from '../../../azure/content-filters';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add the filters Jailbreak and Indirect Attack of Prompt: instructions in a document or question take over the model. */
export const promptShieldMissing: Rule = {
  code: 'PromptShieldMissing',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'model-safety',
  rationale: 'Instructions in a document or question take over the model.',
  source: {
    url: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.CognitiveServices/accounts/raiPolicies']),
  check(node) {
    return missingFilters(node, wanted).map((missing) => ({ ...missing, fix: fixOf('PromptShieldMissing') }));
  },
};

const wanted = [
  { name: 'Jailbreak', source: 'Prompt' },
  { name: 'Indirect Attack', source: 'Prompt' },
] as const;
