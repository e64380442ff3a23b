import { resourceGroupId, resourceId } from '../../../../constructs/azure/landing-zone/resource-id';

const place = { subscription: '00000000-0000-4000-8000-0000000000d1', resourceGroupName: 'rg-example' };
const group = '/subscriptions/00000000-0000-4000-8000-0000000000d1/resourceGroups/rg-example';

test.each([
  ['Microsoft.KeyVault/vaults', ['kv'], '/providers/Microsoft.KeyVault/vaults/kv'],
  [
    'Microsoft.Network/virtualNetworks/subnets',
    ['vnet', 'endpoints'],
    '/providers/Microsoft.Network/virtualNetworks/vnet/subnets/endpoints',
  ],
])('the id of a %s has a name for each type', (type, names, expected) => {
  expect(resourceId(place, type, ...names)).toBe(`${group}${expected}`);
});

test('the id of a resource group is where the others begin', () => {
  expect(resourceGroupId(place)).toBe(group);
});
