import { KeyVault } from '../../../../constructs/azure/encryption/key-vault';
import type { Recording } from '../../../../lib/graph';
import type { DataRetention } from '../../../../lib/plan';
import {
  diagnosticsOf,
  inputsOf,
  landingZone,
  privateAccess,
  reader,
  recordProgram,
  retentionOf,
  rolesOf,
} from '../../../helpers/azure-recording';

const tenantId = '00000000-0000-4000-8000-000000000001';

function recordVault(dataRetention: DataRetention): Promise<Recording> {
  return recordProgram(() => {
    const vault = new KeyVault('vault', {
      vaultName: 'kv-example',
      tenantId,
      softDeleteRetentionInDays: 30,
      landingZone: landingZone({ dataRetention }),
    });
    vault.grants.secretsUse('vault-reader', reader);
  });
}

let recording: Recording;
beforeAll(async () => {
  recording = await recordVault('retain');
});

test('opens by role only, to no public address, and cannot be purged', () => {
  expect(inputsOf(recording, 'keyvault:Vault')).toMatchObject({
    vaultName: 'kv-example',
    resourceGroupName: 'rg-example',
    location: 'swedencentral',
    properties: {
      tenantId,
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      enablePurgeProtection: true,
      softDeleteRetentionInDays: 30,
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
    },
  });
});

test('is reached privately and sends its logs', () => {
  expect(privateAccess(recording)).toEqual({
    name: 'kv-example-pe',
    target: '${vault-vault#id}',
    groupIds: ['vault'],
    zones: ['/zones/privatelink.vaultcore.azure.net'],
  });
  expect(diagnosticsOf(recording)).toEqual([['${vault-vault#id}', ['allLogs']]]);
});

test('lets an identity read the values of secrets', () => {
  expect(rolesOf(recording)).toEqual([
    {
      name: 'vault-reader-key-vault-secrets-user',
      role: 'Key Vault Secrets User',
      principalId: reader.principalId,
      scope: '${vault-vault#id}',
    },
  ]);
});

test('is protected and locked when data is retained, and not otherwise', async () => {
  expect(retentionOf(recording, 'keyvault:Vault')).toEqual({
    protect: true,
    retainOnDelete: true,
    locked: ['${vault-vault#id}'],
  });
  expect(retentionOf(await recordVault('destroy'), 'keyvault:Vault')).toEqual({
    protect: false,
    retainOnDelete: false,
    locked: [],
  });
});
