import { roleAssignmentWide } from '../../../../../../lib/review/rules/azure/identity/role-assignment-wide';
import { azureFound } from '../../../../../helpers/azure-found';

const id = (role: string) => `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${role}`;
const owner = id('8e3af657-a8ff-443c-a75c-2fe8c4bcb635');
const reader = id('acdd72a7-3385-48ef-bd42-f606fba81ae7');
const assignment = (roleDefinitionId: string, principalType: string, scope: string) => [
  {
    type: 'Microsoft.Authorization/roleAssignments',
    name: 'a',
    scope,
    properties: { roleDefinitionId, principalType, principalId: 'p' },
  },
];

test.each([
  [owner, 'ServicePrincipal', '/subscriptions/s/resourceGroups/r', 1],
  [owner, 'Group', '/subscriptions/s', 1],
  [owner, 'Group', '/subscriptions/s/resourceGroups/r', 0],
  [reader, 'ServicePrincipal', '/subscriptions/s', 0],
])('%s of a %s on %s has %s findings', (role, principal, scope, expected) => {
  expect(azureFound(roleAssignmentWide, assignment(role, principal, scope))).toHaveLength(expected);
});
