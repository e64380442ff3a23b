import { ComponentResource } from '@pulumi/pulumi';
import { KeyVault } from '../../../../constructs/azure/encryption/key-vault';
import { DestroyGuard } from '../../../../constructs/azure/retention/destroy-guard';
import { landingZone, leavesOf, reader, recordProgram } from '../../../helpers/azure-recording';

test('a destroy reaches the guard first, which is protected, and nothing beside it', async () => {
  const recording = await recordProgram(() => {
    const stage = new ComponentResource('example:azure:Stage', 'stage');
    const vault = new KeyVault(
      'vault',
      {
        vaultName: 'kv-example',
        tenantId: '00000000-0000-4000-8000-000000000001',
        softDeleteRetentionInDays: 90,
        landingZone: landingZone({ dataRetention: 'retain' }),
      },
      { parent: stage },
    );
    vault.grants.secretsUse('vault-reader', reader);
    new DestroyGuard('guard', [stage]);
  });
  expect(leavesOf(recording).map(({ name, protect, custom }) => [name, protect, custom])).toEqual([
    ['guard', true, false],
  ]);
});
