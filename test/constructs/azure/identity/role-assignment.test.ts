import { ComponentResource } from '@pulumi/pulumi';
import fc from 'fast-check';
import { assignmentName, grantRole } from '../../../../constructs/azure/identity/role-assignment';
import { onlyOfType, reader, recordProgram } from '../../../helpers/azure-recording';

const parts = fc.array(fc.stringMatching(/^[ -~]{1,20}$/), { minLength: 1, maxLength: 5 });

test('a name is a UUID of version 8 that is derived from the content', () => {
  fc.assert(
    fc.property(parts, (content) => {
      expect(assignmentName(content)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(assignmentName(content)).toBe(assignmentName([...content]));
    }),
  );
});

test('names differ for assignments that differ in any part', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      fc.pre(one.join('\n') !== other.join('\n'));
      expect(assignmentName(one)).not.toBe(assignmentName(other));
    }),
  );
});

test('a name never changes, or every assignment would be replaced', () => {
  expect(assignmentName(['subscription', 'scope', 'principal', 'role'])).toBe('466e303a-7149-8a77-9009-5d51101aa203');
});

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
    roleAssignmentName: assignmentName([
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
