import { ComponentResource } from '@pulumi/pulumi';
import { KeyVault } from '../../../../constructs/azure/encryption/key-vault';
import { DestroyGuard } from '../../../../constructs/azure/retention/destroy-guard';
import { landingZone, leavesOf, reader, recordProgram } from '../../../helpers/azure-recording';

test.each([
  ['retain', true],
  ['destroy', false],
] as const)('data that is to %s: a destroy reaches the guard first and nothing beside it', async (retention, stops) => {
  const recording = await recordProgram(() => {
    const stage = new ComponentResource('example:azure:Stage', 'stage');
    const vault = new KeyVault(
      'vault',
      {
        vaultName: 'kv-example',
        tenantId: '00000000-0000-4000-8000-000000000001',
        softDeleteRetentionInDays: 90,
        landingZone: landingZone({ dataRetention: retention }),
      },
      { parent: stage },
    );
    vault.grants.secretsUse('vault-reader', reader);
    new DestroyGuard('guard', [stage], retention);
  });
  expect(leavesOf(recording).map(({ name, protect, custom }) => [name, protect, custom])).toEqual([
    ['guard', stops, false],
  ]);
});
