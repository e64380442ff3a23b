import { customRole, CustomRoles, customRoles } from '../../../../constructs/azure/identity/custom-roles';
import { ofType, recordProgram } from '../../../helpers/azure-recording';

const scope = { subscription: '00000000-0000-4000-8000-0000000000d1', resourceGroup: 'rg-example' };

async function definitions(resourceGroup = 'rg-example') {
  const recording = await recordProgram(
    () => new CustomRoles('roles', { ...scope, resourceGroup, resourceGroupName: resourceGroup }),
  );
  return ofType(recording, 'azure-native:authorization:RoleDefinition').map(({ inputs }) => inputs);
}

test('defines each role in one resource group, with the id that assignments use', async () => {
  const defined = await definitions();
  expect(defined).toHaveLength(Object.keys(customRoles).length);
  const caller = defined.find(
    ({ roleDefinitionId }) => roleDefinitionId === customRole('endpoint caller', scope).definition,
  );
  const group = `/subscriptions/${scope.subscription}/resourceGroups/rg-example`;
  expect(caller).toMatchObject({
    roleName: `endpoint caller of rg-example in ${scope.subscription}`,
    roleType: 'CustomRole',
    scope: group,
    assignableScopes: [group],
    permissions: [
      {
        actions: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/score/action'],
        notActions: [],
        dataActions: [],
        notDataActions: [],
      },
    ],
  });
});

test('a tenant can have the roles of many environments', async () => {
  const both = [...(await definitions()), ...(await definitions('rg-other'))];
  for (const key of ['roleDefinitionId', 'roleName'])
    expect(new Set(both.map((inputs) => inputs[key])).size).toBe(both.length);
});

test('no role has a wildcard, a key or a token', () => {
  for (const { actions } of Object.values(customRoles))
    for (const action of actions) expect(action).not.toMatch(/\*|listKeys|token|regenerateKeys/);
});
