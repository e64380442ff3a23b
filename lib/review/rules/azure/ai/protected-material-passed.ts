import { nodeTypes } from '../../../azure/azure-value';
import { missingFilters } from '../../../azure/content-filters';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add the filters Protected Material Text and Protected Material Code of Completion: answers repeat the work of others word by word. */
export const protectedMaterialPassed: Rule = {
  code: 'ProtectedMaterialPassed',
  family: 'azure',
  pack: 'production',
  safeguard: 'model-safety',
  rationale: 'Answers repeat the work of others word by word.',
  source: {
    url: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.CognitiveServices/accounts/raiPolicies']),
  check(node) {
    return missingFilters(node, wanted).map((missing) => ({ ...missing, fix: fixOf('ProtectedMaterialPassed') }));
  },
};

const wanted = [
  { name: 'Protected Material Text', source: 'Completion' },
  { name: 'Protected Material Code', source: 'Completion' },
] as const;
