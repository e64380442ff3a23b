import { ComponentResource } from '@pulumi/pulumi';
import { grantRole } from '../../../../constructs/azure/identity/role-assignment';
import { uuidOf } from '../../../../constructs/azure/identity/uuid';
import { onlyOfType, reader, recordProgram } from '../../../helpers/azure-recording';

test('a grant gives one identity one role on one resource', async () => {
  const recording = await recordProgram(() => {
    const component = new ComponentResource('example:azure:Vault', 'vault');
    const target = { scope: '/vaults/kv', scopeName: 'Microsoft.KeyVault/vaults/kv', subscription: 's', component };
    grantRole('vault-reader', 'Key Vault Secrets User', reader, target);
  });
  const assignment = onlyOfType(recording, 'azure-native:authorization:RoleAssignment');
  expect([assignment.name, assignment.parent.split('::').at(-1)]).toEqual([
    'vault-reader-key-vault-secrets-user',
    'vault',
  ]);
  expect(assignment.inputs).toEqual({
    roleAssignmentName: uuidOf([
      's',
      'Microsoft.KeyVault/vaults/kv',
      'id-reader',
      '4633458b-17de-408a-b874-0445c86b69e6',
    ]),
    principalId: reader.principalId,
    principalType: 'ServicePrincipal',
    roleDefinitionId:
      '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6',
    scope: '/vaults/kv',
  });
});

test('a role of your own is assigned by the id of its definition', async () => {
  const recording = await recordProgram(() => {
    const component = new ComponentResource('example:azure:Vault', 'vault');
    const target = { scope: '/vaults/kv', scopeName: 'Microsoft.KeyVault/vaults/kv', subscription: 's', component };
    grantRole('vault-auditor', { label: 'Vault auditor (preview)', definition: 'd' }, reader, target);
  });
  const assignment = onlyOfType(recording, 'azure-native:authorization:RoleAssignment');
  expect([assignment.name, assignment.inputs['roleDefinitionId']]).toEqual([
    'vault-auditor-vault-auditor-preview',
    '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/d',
  ]);
});
