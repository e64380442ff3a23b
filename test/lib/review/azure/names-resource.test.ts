import { nameOf, namesResource } from '../../../../lib/review/azure/names-resource';
import { resourceNode } from '../../../helpers/resource-node';

test.each([
  ['/subscriptions/s/vaults/a', 'a', true],
  ['/subscriptions/s/vaults/aa', 'a', false],
  ["[resourceId('Microsoft.KeyVault/vaults', concat('a', 'b'))]", "[concat('a', 'b')]", true],
  ["[resourceId('Microsoft.KeyVault/vaults', concat('a', 'c'))]", "[concat('a', 'b')]", false],
  ['/subscriptions/s/vaults/a', undefined, false],
  ['/subscriptions/s/vaults/', '', false],
])('%s names %s: %s', (text, name, expected) => {
  expect(namesResource(text, name)).toBe(expected);
});

test('the name of a resource is its input of that name, not its resource group', () => {
  expect(nameOf(resourceNode({ type: 'T', properties: { resourceGroupName: 'g', vaultName: 'v' } }))).toBe('v');
  expect(nameOf(resourceNode({ type: 'T', properties: { vaultName: { Ref: 'v' } } }))).toBeUndefined();
});
