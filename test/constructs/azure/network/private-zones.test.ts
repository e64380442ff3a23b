import { ComponentResource } from '@pulumi/pulumi';
import { declarePrivateZones } from '../../../../constructs/azure/network/private-zones';
import { ofType, recordProgram } from '../../../helpers/azure-recording';

const zones = ['privatelink.openai.azure.com', 'privatelink.search.windows.net'];

test('each zone is linked to the network, which registers no names of its own in it', async () => {
  let ids: readonly string[] = [];
  const recording = await recordProgram(() => {
    const parent = new ComponentResource('example:Network', 'network');
    const place = { linkName: 'link', virtualNetworkId: '/vnet', resourceGroupName: 'rg' };
    ids = Object.keys(declarePrivateZones('network', { zones, ...place }, parent));
  });
  expect(recording.problems).toEqual([]);
  expect(ids).toEqual(zones);
  expect(ofType(recording, 'azure-native:privatedns:PrivateZone').map(({ inputs }) => inputs.privateZoneName)).toEqual(
    zones,
  );
  for (const { inputs } of ofType(recording, 'azure-native:privatedns:VirtualNetworkLink'))
    expect(inputs).toMatchObject({ virtualNetwork: { id: '/vnet' }, registrationEnabled: false });
});
