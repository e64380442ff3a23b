import { modelDeploymentsAtOnce } from '../../../../../../lib/review/rules/azure/ai/model-deployments-at-once';
import { azureFound } from '../../../../../helpers/azure-found';

const deployment = (name: string, ...dependsOn: readonly string[]) => ({
  type: 'Microsoft.CognitiveServices/accounts/deployments',
  name: `account/${name}`,
  properties: {},
  dependsOn: dependsOn.map(
    (one) => `[resourceId('Microsoft.CognitiveServices/accounts/deployments', 'account', '${one}')]`,
  ),
});

test('deployments in a chain have no finding', () => {
  expect(azureFound(modelDeploymentsAtOnce, [deployment('a'), deployment('b', 'a'), deployment('c', 'b')])).toEqual([]);
});

test('a deployment that waits for none of the others is found', () => {
  expect(azureFound(modelDeploymentsAtOnce, [deployment('a'), deployment('b')])).toEqual([
    'Microsoft.CognitiveServices/accounts/deployments/account/b',
  ]);
});

test('deployments of two accounts need not wait', () => {
  const other = { type: 'Microsoft.CognitiveServices/accounts/deployments', name: 'second/a', properties: {} };
  expect(azureFound(modelDeploymentsAtOnce, [deployment('a'), other])).toEqual([]);
});

test('deployments of accounts whose names are not known are compared by the expression', () => {
  const of = (account: string, name: string) => ({
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    name: `[concat(uniqueString(resourceGroup().id), '${account}/${name}')]`,
    properties: {},
  });
  expect(azureFound(modelDeploymentsAtOnce, [of('text', 'a'), of('image', 'b')])).toEqual([]);
});

test.each([
  ['serial', 1, 0],
  ['serial', 2, 1],
  ['parallel', undefined, 1],
])('a loop that is %s in batches of %s has %s findings', (mode, batchSize, findings) => {
  const loop = {
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    name: "[format('account/model{0}', copyIndex())]",
    copy: { name: 'models', count: 2, mode, batchSize },
    properties: {},
  };
  expect(azureFound(modelDeploymentsAtOnce, [loop])).toHaveLength(findings);
});
