import { MlWorkspace, PrivateLandingZone, workspaceStores } from '../../../../constructs/azure';
import { inputsOf, ofType, recordProgram } from '../../../helpers/azure-recording';

test('a workspace stores in a vault, an account, a registry and telemetry of its own', async () => {
  const recording = await recordProgram(() => {
    const { landingZone } = new PrivateLandingZone('zone', {
      subscription: '00000000-0000-4000-8000-0000000000d1',
      location: 'swedencentral',
      resourceGroup: 'rg-search-prod',
      addressPrefix: '10.41.0.0/16',
    });
    const tenantId = '00000000-0000-4000-8000-000000000001';
    new MlWorkspace('ml', { ...workspaceStores('ml', { tenantId, landingZone }), landingZone });
  });
  expect(recording.problems).toEqual([]);
  expect(inputsOf(recording, 'machinelearningservices:Workspace')).toMatchObject({
    keyVault: '${ml-vault-vault#id}',
    storageAccount: '${ml-storage-account#id}',
    containerRegistry: '${ml-images-registry#id}',
    applicationInsights: '${ml-telemetry-component#id}',
  });
  for (const type of ['keyvault:Vault', 'storage:StorageAccount', 'containerregistry:Registry'])
    expect(ofType(recording, `azure-native:${type}`)).toHaveLength(1);
});
