import { StandbyStorage } from '../../../../constructs/azure/storage/standby-storage';
import type { Recording } from '../../../../lib/graph';
import { inputsOf, landingZone, ofType, recordProgram, retentionOf } from '../../../helpers/azure-recording';

let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(() => {
    new StandbyStorage('copies', {
      accountName: 'stcopies',
      skuName: 'Standard_LRS',
      location: 'germanywestcentral',
      containerNames: ['evaluation-reports', 'documents'],
      landingZone: landingZone({ dataRetention: 'retain' }),
    });
  });
});

test('is in the other location, keeps versions, and nobody reaches it', () => {
  expect(inputsOf(recording, 'storage:StorageAccount')).toMatchObject({
    accountName: 'stcopies',
    location: 'germanywestcentral',
    sku: { name: 'Standard_LRS' },
    publicNetworkAccess: 'Disabled',
  });
  expect(inputsOf(recording, 'storage:BlobServiceProperties')).toMatchObject({ isVersioningEnabled: true });
  expect(ofType(recording, 'azure-native:network:PrivateEndpoint')).toEqual([]);
});

test('has a container for each that is copied, and no policy that a deployment cannot write', () => {
  const containers = ofType(recording, 'azure-native:storage:BlobContainer').map(
    ({ inputs }) => inputs['containerName'],
  );
  expect(containers.toSorted()).toEqual(['documents', 'evaluation-reports']);
  expect(ofType(recording, 'azure-native:storage:ObjectReplicationPolicy')).toEqual([]);
});

test('is protected when data is retained', () => {
  expect(retentionOf(recording, 'storage:StorageAccount')).toMatchObject({ protect: true, retainOnDelete: true });
});
