import { check } from '../../../../../../lib/review';
import { dataUnlocked } from '../../../../../../lib/review/rules/azure/operations/data-unlocked';
import { resourceNode } from '../../../../../helpers/resource-node';

const account = resourceNode({ type: 'azure-native:storage:StorageAccount', address: 'account', stateful: true });
const lock = resourceNode({
  type: 'azure-native:authorization:ManagementLockByScope',
  address: 'lock',
  properties: { level: 'CanNotDelete', scope: '${account#id}' },
  dependsOn: ['account'],
});

test('data without a lock is found, and data with one or that is protected is not', () => {
  expect(check([account], [dataUnlocked]).findings).toMatchObject([{ address: 'account', path: '' }]);
  expect(check([account, lock], [dataUnlocked]).findings).toEqual([]);
  expect(check([{ ...account, retained: true }], [dataUnlocked]).findings).toEqual([]);
  expect(check([{ ...account, stateful: false }], [dataUnlocked]).findings).toEqual([]);
});

test('data on AWS is not judged', () => {
  const bucket = resourceNode({ type: 'AWS::S3::Bucket', stateful: true });
  expect(check([bucket], [dataUnlocked]).findings).toEqual([]);
});
