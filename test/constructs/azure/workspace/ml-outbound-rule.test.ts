import { allowOutbound } from '../../../../constructs/azure/workspace/ml-outbound-rule';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';

test('admits one subresource of one resource', async () => {
  const recording = await recordProgram(() =>
    allowOutbound(
      'to-registry',
      {
        ruleName: 'registry',
        workspaceName: 'mlw-example',
        resourceGroupName: 'rg-example',
        serviceResourceId: '/registries/example',
        subresourceTarget: 'amlregistry',
      },
      {},
    ),
  );
  expect(inputsOf(recording, 'machinelearningservices:ManagedNetworkSettingsRule')).toEqual({
    ruleName: 'registry',
    workspaceName: 'mlw-example',
    resourceGroupName: 'rg-example',
    properties: {
      type: 'PrivateEndpoint',
      category: 'UserDefined',
      destination: { serviceResourceId: '/registries/example', subresourceTarget: 'amlregistry', sparkEnabled: false },
    },
  });
});
