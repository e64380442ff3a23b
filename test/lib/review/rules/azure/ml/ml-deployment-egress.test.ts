import { mlDeploymentEgress } from '../../../../../../lib/review/rules/azure/ml/ml-deployment-egress';
import { azureFound } from '../../../../../helpers/azure-found';

const place =
  'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/w/e/blue properties.egressPublicNetworkAccess';
const deployment = (properties: object) => ({
  type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  name: 'w/e/blue',
  properties,
});
const workspace = {
  type: 'Microsoft.MachineLearningServices/workspaces',
  name: 'w',
  properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } },
};

test.each([
  [{ egressPublicNetworkAccess: 'Disabled' }, []],
  [{ egressPublicNetworkAccess: 'Enabled' }, [place]],
  [{}, [place]],
  [{ endpointComputeType: 'Kubernetes' }, []],
  [{ egressPublicNetworkAccess: "[parameters('egress')]" }, []],
])('a deployment with %j', (properties, expected) => {
  expect(azureFound(mlDeploymentEgress, [deployment(properties)])).toEqual(expected);
});

test('in a managed network the flag may be left out, but not enabled', () => {
  expect(azureFound(mlDeploymentEgress, [workspace, deployment({})])).toEqual([]);
  expect(azureFound(mlDeploymentEgress, [workspace, deployment({ egressPublicNetworkAccess: 'enabled' })])).toEqual([
    place,
  ]);
});
