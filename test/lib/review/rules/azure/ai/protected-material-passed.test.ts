import { protectedMaterialPassed } from '../../../../../../lib/review/rules/azure/ai/protected-material-passed';
import { azureFound } from '../../../../../helpers/azure-found';

const filters = [
  { name: 'Protected Material Text', source: 'Completion' },
  { name: 'Protected Material Code', source: 'Completion' },
];
const policy = (contentFilters: unknown) => [
  {
    type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
    name: 'a/b',
    properties: { mode: 'Blocking', contentFilters },
  },
];

test('a policy with every filter has no finding', () => {
  expect(azureFound(protectedMaterialPassed, policy(filters))).toEqual([]);
});

test.each(filters.map((_, index) => index))('a policy without its filter %s is found', (index) => {
  expect(azureFound(protectedMaterialPassed, policy(filters.toSpliced(index, 1)))).toEqual([
    'Microsoft.CognitiveServices/accounts/raiPolicies/a/b properties.contentFilters',
  ]);
});

test('a list that a parameter gives is no finding', () => {
  expect(azureFound(protectedMaterialPassed, policy("[parameters('filters')]"))).toEqual([]);
});
