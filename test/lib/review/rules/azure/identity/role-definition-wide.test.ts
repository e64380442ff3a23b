import { roleDefinitionWide } from '../../../../../../lib/review/rules/azure/identity/role-definition-wide';
import { azureFound } from '../../../../../helpers/azure-found';

const role = (permission: object, assignableScopes = ['/subscriptions/s/resourceGroups/r']) => [
  {
    type: 'Microsoft.Authorization/roleDefinitions',
    name: 'a',
    properties: { permissions: [permission], assignableScopes },
  },
];

test.each([
  [{ actions: ['Microsoft.KeyVault/vaults/read'] }, 0],
  [{ actions: ['*/read'] }, 1],
  [{ actions: ['*'] }, 1],
  [{ dataActions: ['*'] }, 1],
  [{ actions: ['Microsoft.Authorization/roleAssignments/write'] }, 1],
  [{ notActions: ['*'] }, 0],
])('a role with %j has %s findings', (permission, expected) => {
  expect(azureFound(roleDefinitionWide, role(permission))).toHaveLength(expected);
});

test('a role that can be assigned everywhere is found', () => {
  expect(azureFound(roleDefinitionWide, role({}, ['/']))).toEqual([
    'Microsoft.Authorization/roleDefinitions/a assignableScopes.0',
  ]);
});
