import { azureRule } from '../../../azure/azure-rule';

/** Set dataExfiltrationProtections to ['BlockAll']: a skill or data source sends documents elsewhere. */
export const searchExfiltration = azureRule(
  {
    code: 'SearchExfiltration',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'A skill or data source sends documents elsewhere.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [{ types: ['Microsoft.Search/searchServices'], path: 'properties.dataExfiltrationProtections', must: { items: 1 } }],
);
