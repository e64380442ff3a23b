import {
  azureNodes,
  azurePath,
  azurePlaces,
  azureTexts,
  azureValue,
  isText,
  nodeTypes,
} from '../../../../lib/review/azure/azure-value';
import { GraphIndex } from '../../../../lib/review/graph-index';
import { unknown } from '../../../../lib/review/known';
import { resourceNode } from '../../../helpers/resource-node';

const storage = 'Microsoft.Storage/storageAccounts';
const account = resourceNode({
  type: 'azure-native:storage/v20240101:StorageAccount',
  cloud: 'azure',
  properties: {
    networkRuleSet: { defaultAction: 'Deny', ipRules: [{ iPAddressOrRange: '192.0.2.1' }, {}] },
    sku: '[x]',
  },
  unknown: ['sku'],
});

test('a path of ARM is read in the terms of the node', () => {
  expect(azurePath(account, 'properties.networkAcls.defaultAction')).toBe('networkRuleSet.defaultAction');
  expect(azureValue(account, 'properties.networkAcls.defaultAction')).toBe('Deny');
  expect(azureValue({ ...account, type: storage, properties: { properties: { a: 1 } } }, 'properties.a')).toBe(1);
});

test('what is known after the deployment only is unknown', () => {
  expect(azureValue(account, 'sku')).toBe(unknown);
  expect(azureValue(account, 'sku.name')).toBe(unknown);
  expect(azurePlaces(account, 'sku')).toEqual([{ path: 'sku', value: unknown }]);
});

test('items of lists have places of their own, and what is no text is left out', () => {
  expect(azureTexts(account, 'properties.networkAcls.ipRules.*.value')).toEqual([
    { path: 'networkRuleSet.ipRules.0.iPAddressOrRange', value: '192.0.2.1' },
  ]);
});

test('nodes of a type are found in each form', () => {
  expect(nodeTypes([storage, 'Microsoft.None/things'])).toEqual([
    'azure-native:storage:StorageAccount',
    storage,
    'Microsoft.None/things',
  ]);
  const arm = { ...account, type: storage, address: 'b' };
  expect(azureNodes(new GraphIndex([account, arm]), [storage], account)).toEqual([account, arm]);
});

test('texts are compared without case', () => {
  expect(isText('ENABLED', 'Enabled')).toBe(true);
  expect(isText(unknown, 'Enabled')).toBe(false);
});
