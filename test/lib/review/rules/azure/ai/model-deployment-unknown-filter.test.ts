import { modelDeploymentUnknownFilter } from '../../../../../../lib/review/rules/azure/ai/model-deployment-unknown-filter';
import { azureFound } from '../../../../../helpers/azure-found';

const policy = { type: 'Microsoft.CognitiveServices/accounts/raiPolicies', name: 'a/strict', properties: {} };
const deployment = (raiPolicyName: string) => ({
  type: 'Microsoft.CognitiveServices/accounts/deployments',
  name: 'a/chat',
  properties: { raiPolicyName },
});

test.each([
  ['strict', []],
  ['Microsoft.DefaultV2', []],
  ["[parameters('policy')]", []],
  ['missing', ['Microsoft.CognitiveServices/accounts/deployments/a/chat properties.raiPolicyName']],
])('a deployment with the policy %s', (name, expected) => {
  expect(azureFound(modelDeploymentUnknownFilter, [policy, deployment(name)])).toEqual(expected);
});

test('without a policy in the template the name is not known to be wrong', () => {
  expect(azureFound(modelDeploymentUnknownFilter, [deployment('missing')])).toEqual([]);
});
