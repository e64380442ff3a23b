import type { CustomerKey, LandingZone } from '../../../../constructs/azure';
import { ContainerRegistry, HandOffStore, OpenAiAccount, StorageAccount } from '../../../../constructs/azure';
import { keyParts } from '../../../../constructs/azure/encryption/customer-key';
import { inputsOf, landingZone, recordProgram } from '../../../helpers/azure-recording';

const customerKey: CustomerKey = {
  keyUri: 'https://kv-acme.vault.azure.net/keys/llm',
  identityId:
    '/subscriptions/00000000-0000-4000-8000-0000000000a1/resourceGroups/rg-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-keys',
  identityClientId: '00000000-0000-4000-8000-0000000000c1',
};

function record(overrides: Partial<LandingZone>) {
  const zone = landingZone(overrides);
  return recordProgram(() => {
    new StorageAccount('storage', { accountName: 'stexample', skuName: 'Standard_ZRS', landingZone: zone });
    new HandOffStore('store', { storeName: 'appcs-example', publicNetworkAccess: 'Enabled', landingZone: zone });
    new ContainerRegistry('registry', {
      registryName: 'crexample',
      skuName: 'Premium',
      zoneRedundancy: 'Enabled',
      armAudienceTokens: 'enabled',
      landingZone: zone,
    });
    new OpenAiAccount('openai', { accountName: 'oai-example', deployments: {}, landingZone: zone });
  });
}

test('each store is encrypted with the key, under the identity that may use it', async () => {
  const recording = await record({ customerKey });
  expect(recording.problems).toEqual([]);
  const { identityId, identityClientId, keyUri } = customerKey;
  expect(inputsOf(recording, 'storage:StorageAccount')).toMatchObject({
    identity: { type: 'UserAssigned', userAssignedIdentities: [identityId] },
    encryption: {
      keySource: 'Microsoft.Keyvault',
      keyVaultProperties: { keyVaultUri: 'https://kv-acme.vault.azure.net', keyName: 'llm' },
      encryptionIdentity: { encryptionUserAssignedIdentity: identityId },
      requireInfrastructureEncryption: true,
    },
  });
  expect(inputsOf(recording, 'appconfiguration:ConfigurationStore')).toMatchObject({
    identity: { type: 'UserAssigned', userAssignedIdentities: [identityId] },
    encryption: { keyVaultProperties: { identityClientId, keyIdentifier: keyUri } },
  });
  expect(inputsOf(recording, 'containerregistry:Registry')).toMatchObject({
    identity: { type: 'UserAssigned', userAssignedIdentities: { [identityId]: {} } },
    encryption: { status: 'enabled', keyVaultProperties: { identity: identityClientId, keyIdentifier: keyUri } },
  });
  expect(inputsOf(recording, 'cognitiveservices:Account')).toMatchObject({
    identity: { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: [identityId] },
    properties: {
      encryption: {
        keySource: 'Microsoft.KeyVault',
        keyVaultProperties: { keyVaultUri: 'https://kv-acme.vault.azure.net', keyName: 'llm', identityClientId },
      },
    },
  });
});

test('without a key nothing but the keys of Azure is written', async () => {
  const recording = await record({});
  expect(inputsOf(recording, 'storage:StorageAccount')).toMatchObject({
    encryption: { keySource: 'Microsoft.Storage' },
  });
  expect(inputsOf(recording, 'storage:StorageAccount')).not.toHaveProperty('identity');
  for (const type of ['appconfiguration:ConfigurationStore', 'containerregistry:Registry']) {
    expect(inputsOf(recording, type)).not.toHaveProperty('encryption');
    expect(inputsOf(recording, type)).not.toHaveProperty('identity');
  }
  expect(inputsOf(recording, 'cognitiveservices:Account')).toMatchObject({ identity: { type: 'SystemAssigned' } });
  expect(inputsOf(recording, 'cognitiveservices:Account')['properties']).not.toHaveProperty('encryption');
});

test('a version is passed on only where the key names one', () => {
  const version = '0'.repeat(32);
  expect(keyParts(customerKey)).not.toHaveProperty('keyVersion');
  expect(keyParts({ ...customerKey, keyUri: `${customerKey.keyUri}/${version}` })).toEqual({
    keyVaultUri: 'https://kv-acme.vault.azure.net',
    keyName: 'llm',
    keyVersion: version,
  });
});
