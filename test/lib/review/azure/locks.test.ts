import { locked } from '../../../../lib/review/azure/locks';
import { GraphIndex } from '../../../../lib/review/graph-index';
import { resourceNode } from '../../../helpers/resource-node';

const account = resourceNode({ type: 'azure-native:storage:StorageAccount', address: 'account', stateful: true });
const container = resourceNode({
  type: 'azure-native:storage:BlobContainer',
  address: 'container',
  stateful: true,
  dependsOn: ['account'],
});
const search = resourceNode({
  type: 'azure-native:search:Service',
  address: 'search',
  stateful: true,
  dependsOn: ['account'],
});
const lock = (level: string, more = {}) =>
  resourceNode({
    type: 'azure-native:authorization:ManagementLockByScope',
    address: 'lock',
    properties: { level, scope: 'account' },
    dependsOn: ['account'],
    ...more,
  });

const lockedBy = (...locks: readonly ReturnType<typeof lock>[]): readonly string[] => {
  const nodes = [account, container, search, ...locks];
  const found = locked(new GraphIndex(nodes));
  return nodes.filter((node) => found.has(node)).map(({ address }) => address);
};

test('without a lock nothing is locked', () => {
  expect(lockedBy()).toEqual([]);
});

test('a lock keeps what it names and what is inside, and nothing else', () => {
  expect(lockedBy(lock('CanNotDelete'))).toEqual(['account', 'container']);
  expect(lockedBy(lock('NotSpecified'))).toEqual([]);
});

test('a lock without a scope locks the whole resource group', () => {
  const whole = lock('ReadOnly', { properties: { level: 'ReadOnly' }, dependsOn: [] });
  expect(lockedBy(whole)).toEqual(['account', 'container', 'search', 'lock']);
});
