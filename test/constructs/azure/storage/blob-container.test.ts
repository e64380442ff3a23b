import { BlobContainer } from '../../../../constructs/azure/storage/blob-container';
import type { Recording } from '../../../../lib/graph';
import { inputsOf, landingZone, reader, recordProgram, retentionOf, rolesOf } from '../../../helpers/azure-recording';

let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(() => {
    const container = new BlobContainer('reports', {
      containerName: 'evaluation-reports',
      account: { name: 'stexample', accountName: 'stexample' },
      landingZone: landingZone({ dataRetention: 'retain' }),
    });
    container.grants.readWrite('reports-writer', reader);
  });
});

test('has no anonymous access', () => {
  expect(inputsOf(recording, 'storage:BlobContainer')).toEqual({
    containerName: 'evaluation-reports',
    accountName: 'stexample',
    resourceGroupName: 'rg-example',
    publicAccess: 'None',
  });
});

test('lets an identity read and write this container only', () => {
  expect(rolesOf(recording)).toEqual([
    {
      name: 'reports-writer-storage-blob-data-contributor',
      role: 'Storage Blob Data Contributor',
      principalId: reader.principalId,
      scope: '${reports-container#id}',
    },
  ]);
});

test('is protected when data is retained', () => {
  expect(retentionOf(recording, 'storage:BlobContainer')).toEqual({ protect: true, retainOnDelete: true, locked: [] });
});
