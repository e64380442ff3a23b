import { nodeTypes } from '../../../azure/azure-value';
import { missingFilters } from '../../../azure/content-filters';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add the filters of all four categories, for Prompt and Completion: harmful text reaches the model or the user. */
export const contentFilterMissing: Rule = {
  code: 'ContentFilterMissing',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'model-safety',
  rationale: 'Harmful text reaches the model or the user.',
  source: {
    url: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.CognitiveServices/accounts/raiPolicies']),
  check(node) {
    return missingFilters(node, wanted).map((missing) => ({ ...missing, fix: fixOf('ContentFilterMissing') }));
  },
};

const wanted = (['Hate', 'Selfharm', 'Sexual', 'Violence'] as const).flatMap((name) =>
  (['Prompt', 'Completion'] as const).map((source) => ({ name, source })),
);
