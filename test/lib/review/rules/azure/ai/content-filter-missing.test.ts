import { contentFilterMissing } from '../../../../../../lib/review/rules/azure/ai/content-filter-missing';
import { azureFound } from '../../../../../helpers/azure-found';

const filters = [
  { name: 'Hate', source: 'Prompt', enabled: true, blocking: true },
  { name: 'Hate', source: 'Completion', enabled: true, blocking: true },
  { name: 'Selfharm', source: 'Prompt', enabled: true, blocking: true },
  { name: 'Selfharm', source: 'Completion', enabled: true, blocking: true },
  { name: 'Sexual', source: 'Prompt', enabled: true, blocking: true },
  { name: 'Sexual', source: 'Completion', enabled: true, blocking: true },
  { name: 'Violence', source: 'Prompt', enabled: true, blocking: true },
  { name: 'Violence', source: 'Completion', enabled: true, blocking: true },
];
const policy = (contentFilters: unknown) => [
  {
    type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
    name: 'a/b',
    properties: { mode: 'Blocking', contentFilters },
  },
];

test('a policy with every filter has no finding', () => {
  expect(azureFound(contentFilterMissing, policy(filters))).toEqual([]);
});

test.each(filters.map((_, index) => index))('a policy without its filter %s is found', (index) => {
  expect(azureFound(contentFilterMissing, policy(filters.toSpliced(index, 1)))).toEqual([
    'Microsoft.CognitiveServices/accounts/raiPolicies/a/b properties.contentFilters',
  ]);
});

test('a list that a parameter gives is no finding', () => {
  expect(azureFound(contentFilterMissing, policy("[parameters('filters')]"))).toEqual([]);
});
