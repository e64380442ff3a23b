import type { ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { azureNoPublicNetwork } from '../../../../../lib/review/rules/azure/azure-no-public-network';
import { resourceNode } from '../../../../helpers/resource-node';

function found(type: string, properties: ResourceNode['properties']): readonly (readonly [string, string])[] {
  const { findings } = check([resourceNode({ type, properties })], [azureNoPublicNetwork]);
  return findings.map(({ path, message }) => [path, message]);
}

const search = 'azure-native:search:Service';

test.each([
  'azure-native:appconfiguration:ConfigurationStore',
  'azure-native:cognitiveservices:Account',
  'azure-native:containerregistry:Registry',
  'azure-native:keyvault:Vault',
  'azure-native:machinelearningservices:OnlineEndpoint',
  'azure-native:machinelearningservices:Registry',
  'azure-native:machinelearningservices:Workspace',
  'azure-native:search:Service',
  'azure-native:storage:StorageAccount',
])('fails %s without the property: the SDK or the service would enable public access', (type) => {
  expect(found(type, {})).toEqual([['publicNetworkAccess', 'public network access is not disabled']]);
});

test.each([
  ['disabled', { publicNetworkAccess: 'Disabled' }],
  ['disabled in lower case', { publicNetworkAccess: 'disabled' }],
  ['disabled in nested properties', { properties: { publicNetworkAccess: 'Disabled' } }],
])('passes a search service with public access %s', (_name, properties) => {
  expect(found(search, properties)).toEqual([]);
});

test('fails public access that is enabled, at the place where it is written', () => {
  expect(found(search, { publicNetworkAccess: 'Enabled' })).toEqual([
    ['publicNetworkAccess', 'public network access is "Enabled"'],
  ]);
  expect(found(search, { properties: { publicNetworkAccess: 'Enabled' } })).toEqual([
    ['properties.publicNetworkAccess', 'public network access is "Enabled"'],
  ]);
  expect(found(search, { publicNetworkAccess: false })).toEqual([
    ['publicNetworkAccess', 'public network access is false'],
  ]);
});

test('reads the property of the resource when nested properties do not have it', () => {
  const path = 'publicNetworkAccess';
  expect(found(search, { properties: { other: 1 } })).toMatchObject([[path, expect.any(String)]]);
  expect(found(search, { properties: null, publicNetworkAccess: 'Disabled' })).toEqual([]);
  expect(found(search, { properties: 'text', publicNetworkAccess: 'Disabled' })).toEqual([]);
});

test('leaves other types alone', () => {
  expect(found('azure-native:network:VirtualNetwork', { publicNetworkAccess: 'Enabled' })).toEqual([]);
});
