import { withStageEdges } from '../../../bin/project/stage-edges';
import type { ResourceNode } from '../../../lib/graph';

const group = '/subscriptions/s/resourceGroups/rg';

function node(stack: string, type: string, name: string, properties: ResourceNode['properties']): ResourceNode {
  return {
    environment: 'dev',
    cloud: 'azure',
    stack,
    address: `urn:pulumi:dev-${stack}::p::azure-native:${type}::${name}`,
    type: `azure-native:${type}`,
    properties,
    dependsOn: [],
    stateful: false,
    retained: false,
  };
}

const vault = node('initialization', 'keyvault:Vault', 'vault', { resourceGroupName: 'rg', vaultName: 'kv' });
const store = node('initialization', 'appconfiguration:ConfigurationStore', 'store', {
  resourceGroupName: 'rg',
  configStoreName: 'cs',
});
const key = node('initialization', 'appconfiguration:KeyValue', 'key', {
  resourceGroupName: 'rg',
  configStoreName: 'cs',
  keyValueName: '~2Fllmops~2Fp~2Fdev~2Finitialization~2Fid',
});

const edgesOf = (...later: readonly ResourceNode[]) =>
  withStageEdges([vault, store, key, ...later], 's')
    .slice(3)
    .map(({ dependsOn }) => dependsOn);

test.each([
  [
    'an id, in another case',
    { resourceGroupName: 'rg', workspaceName: 'w', keyVault: `${group}/providers/microsoft.keyvault/vaults/KV` },
    vault,
  ],
  ['an id in a list of maps', { list: [{ id: `${group}/providers/Microsoft.KeyVault/vaults/kv` }] }, vault],
  ['a value that an earlier stage published', { principalId: '${/llmops/p/dev/initialization/id#value}' }, key],
])('%s leads to the resource of the other stage', (_, properties, target) => {
  expect(edgesOf(node('evaluation', 'machinelearningservices:Workspace', 'user', properties))).toEqual([
    [target.address],
  ]);
});

test('a resource depends on its parent in another stage, of which it has the name', () => {
  const inputs = { resourceGroupName: 'rg', configStoreName: 'cs', keyValueName: 'x' };
  expect(edgesOf(node('evaluation', 'appconfiguration:KeyValue', 'other', inputs))).toEqual([[store.address]]);
});

test('text that names nothing and a resource itself make no edge', () => {
  expect(
    edgesOf(node('evaluation', 'keyvault:Vault', 'other', { vaultName: 'v', note: 'kv', id: `${group}/x` })),
  ).toEqual([[]]);
});
