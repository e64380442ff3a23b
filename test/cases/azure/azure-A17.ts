import { recordEnvironment } from '../../helpers/azure-platform';
import { onlyOfType, referringTo } from '../../helpers/azure-recording';
import { at } from '../../helpers/json-path';
import type { Case } from '../case';

export const filesOfTheStudio: Case = {
  id: 'azure-A17',
  fault: 'the storage account has a private endpoint for blobs only, and the studio needs files too',
  expected: 'blobs and files have a private endpoint',
  check: async () => {
    const recording = await recordEnvironment();
    const account = onlyOfType(recording, 'azure-native:storage:StorageAccount');
    const groups = referringTo(recording, account.urn)
      .filter(({ type }) => type === 'azure-native:network:PrivateEndpoint')
      .map(({ inputs }) => at(inputs, 'privateLinkServiceConnections', 0, 'groupIds', 0));
    expect(groups.toSorted()).toEqual(['blob', 'file']);
  },
};
