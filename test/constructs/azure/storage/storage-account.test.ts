import { StorageAccount } from '../../../../constructs/azure/storage/storage-account';
import type { Recording } from '../../../../lib/graph';
import {
  diagnosticsOf,
  inputsOf,
  landingZone,
  ofType,
  privateAccesses,
  reader,
  recordProgram,
  resourcesOf,
  retentionOf,
  rolesOf,
  waitsFor,
} from '../../../helpers/azure-recording';

let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(() => {
    const account = new StorageAccount('storage', {
      accountName: 'stexample',
      skuName: 'Standard_ZRS',
      landingZone: landingZone({ dataRetention: 'retain' }),
    });
    account.grants.read('storage-reader', reader);
  });
});

test('accepts identities only, over TLS 1.2, from no public address', () => {
  expect(inputsOf(recording, 'storage:StorageAccount')).toMatchObject({
    accountName: 'stexample',
    sku: { name: 'Standard_ZRS' },
    allowSharedKeyAccess: false,
    defaultToOAuthAuthentication: true,
    isLocalUserEnabled: false,
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: 'TLS1_2',
    publicNetworkAccess: 'Disabled',
    networkRuleSet: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
    sasPolicy: { expirationAction: 'Block', sasExpirationPeriod: '1.00:00:00' },
  });
});

test('encrypts every service twice, with a key of the account', () => {
  const key = { enabled: true, keyType: 'Account' };
  expect(inputsOf(recording, 'storage:StorageAccount')['encryption']).toEqual({
    keySource: 'Microsoft.Storage',
    requireInfrastructureEncryption: true,
    services: { blob: key, file: key, queue: key, table: key },
  });
});

test('keeps versions, and deleted blobs and containers for 14 days', () => {
  expect(inputsOf(recording, 'storage:BlobServiceProperties')).toMatchObject({
    isVersioningEnabled: true,
    deleteRetentionPolicy: { enabled: true, days: 14 },
    containerDeleteRetentionPolicy: { enabled: true, days: 14 },
  });
});

test('is reached privately for blobs and files, and logs what happens to them', () => {
  const access = (kind: 'blob' | 'file') => ({
    name: `stexample-${kind}-pe`,
    target: '${storage-account#id}',
    groupIds: [kind],
    zones: [`/zones/privatelink.${kind}.core.windows.net`],
  });
  expect(privateAccesses(recording)).toEqual([access('blob'), access('file')]);
  expect(diagnosticsOf(recording)).toEqual([
    ['${storage-account#id}/blobServices/default', ['allLogs']],
    ['${storage-account#id}', []],
    ['${storage-account#id}/fileServices/default', ['allLogs']],
  ]);
});

test('gets its private endpoints one after the other', () => {
  const [blobs, files] = ofType(recording, 'azure-native:network:PrivateEndpoint');
  expect(blobs !== undefined && files !== undefined && waitsFor(recording, files, blobs)).toBe(true);
});

test('lets an identity read blobs and not write them', () => {
  expect(rolesOf(recording)).toEqual([
    {
      name: 'storage-reader-storage-blob-data-reader',
      role: 'Storage Blob Data Reader',
      principalId: reader.principalId,
      scope: '${storage-account#id}',
    },
  ]);
});

test('is protected and locked when data is retained', () => {
  expect(retentionOf(recording, 'storage:StorageAccount')).toEqual({
    protect: true,
    retainOnDelete: true,
    locked: ['${storage-account#id}'],
  });
});

test('two accounts fit into one stack', async () => {
  const both = await recordProgram(() => {
    for (const name of ['first', 'second']) {
      new StorageAccount(name, { accountName: `st${name}`, skuName: 'Standard_LRS', landingZone: landingZone() });
    }
  });
  expect(both.problems).toEqual([]);
  expect(resourcesOf(both)).toHaveLength(18);
});
