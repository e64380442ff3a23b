import type { PrivateNetworkProps } from '../../../../constructs/azure';
import { PrivateNetwork } from '../../../../constructs/azure';
import { inputsOf, ofType, recordProgram } from '../../../helpers/azure-recording';

const virtualNetworkId =
  '/subscriptions/00000000-0000-4000-8000-0000000000a1/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub';
const hub = { peeringName: 'to-vnet-hub', virtualNetworkId, useGateway: false, dnsServers: [] };

function network(given: PrivateNetworkProps['hub']) {
  return recordProgram(() => {
    new PrivateNetwork('network', {
      virtualNetworkName: 'vnet-example',
      addressPrefix: '10.21.0.0/16',
      privateEndpointSubnet: { name: 'snet-private', cidr: '10.21.0.0/24' },
      privateDnsZones: [],
      ...(given === undefined ? {} : { hub: given }),
      resourceGroupName: 'rg-example',
      location: 'swedencentral',
      logAnalyticsWorkspaceId: '/workspaces/example',
      dataRetention: 'destroy',
    });
  });
}

test.each([false, true])('peers the network to the hub, through its gateway: %s', async (useGateway) => {
  const recording = await network({ ...hub, useGateway });
  expect(recording.problems).toEqual([]);
  expect(inputsOf(recording, 'network:VirtualNetworkPeering')).toEqual({
    virtualNetworkPeeringName: 'to-vnet-hub',
    virtualNetworkName: 'vnet-example',
    resourceGroupName: 'rg-example',
    remoteVirtualNetwork: { id: virtualNetworkId },
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: true,
    allowGatewayTransit: false,
    useRemoteGateways: useGateway,
  });
  expect(inputsOf(recording, 'network:VirtualNetwork')).not.toHaveProperty('dhcpOptions');
});

test('asks the DNS servers of the hub', async () => {
  const recording = await network({ ...hub, dnsServers: ['10.0.0.4'] });
  expect(inputsOf(recording, 'network:VirtualNetwork')).toMatchObject({ dhcpOptions: { dnsServers: ['10.0.0.4'] } });
});

test('without a hub there is no peering', async () => {
  expect(ofType(await network(undefined), 'azure-native:network:VirtualNetworkPeering')).toEqual([]);
});
