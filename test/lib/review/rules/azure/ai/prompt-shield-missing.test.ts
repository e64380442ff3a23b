import { promptShieldMissing } from '../../../../../../lib/review/rules/azure/ai/prompt-shield-missing';
import { azureFound } from '../../../../../helpers/azure-found';

const filters = [
  { name: 'Jailbreak', source: 'Prompt' },
  { name: 'indirect_attack', source: 'Prompt' },
];
const policy = (contentFilters: unknown) => [
  {
    type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
    name: 'a/b',
    properties: { mode: 'Blocking', contentFilters },
  },
];

test('a policy with every filter has no finding', () => {
  expect(azureFound(promptShieldMissing, policy(filters))).toEqual([]);
});

test.each(filters.map((_, index) => index))('a policy without its filter %s is found', (index) => {
  expect(azureFound(promptShieldMissing, policy(filters.toSpliced(index, 1)))).toEqual([
    'Microsoft.CognitiveServices/accounts/raiPolicies/a/b properties.contentFilters',
  ]);
});

test('a list that a parameter gives is no finding', () => {
  expect(azureFound(promptShieldMissing, policy("[parameters('filters')]"))).toEqual([]);
});
