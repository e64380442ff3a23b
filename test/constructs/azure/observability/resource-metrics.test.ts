import { KeyVault } from '../../../../constructs/azure';
import { inputsOf, landingZone, recordProgram } from '../../../helpers/azure-recording';

test('an alert on a resource of the program is on its metrics and tells the group', async () => {
  const recording = await recordProgram(() => {
    const vault = { vaultName: 'kv-example', tenantId: 'tenant', softDeleteRetentionInDays: 7 };
    new KeyVault('vault', { ...vault, landingZone: landingZone() }).metrics.alert(
      'vault',
      {
        alert: 'availability',
        description: 'The vault answers too few requests',
        metricName: 'Availability',
        operator: 'LessThan',
        threshold: 99,
      },
      '/actionGroups/owner',
    );
  });
  expect(inputsOf(recording, 'monitor:MetricAlert')).toMatchObject({
    ruleName: 'kv-example-availability',
    resourceGroupName: inputsOf(recording, 'keyvault:Vault')['resourceGroupName'],
    criteria: { allOf: [{ metricNamespace: 'Microsoft.KeyVault/vaults', metricName: 'Availability', threshold: 99 }] },
    actions: [{ actionGroupId: '/actionGroups/owner' }],
  });
});
