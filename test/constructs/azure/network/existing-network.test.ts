import { ExistingNetwork, KeyVault } from '../../../../constructs/azure';
import { landingZone, ofType, recordProgram, resourcesOf } from '../../../helpers/azure-recording';

const virtualNetworkId =
  '/subscriptions/00000000-0000-4000-8000-0000000000a1/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub';

function network(privateDnsZones: readonly string[]) {
  return recordProgram(() => {
    new ExistingNetwork('network', {
      virtualNetworkId,
      privateEndpointSubnetId: `${virtualNetworkId}/subnets/pe`,
      privateDnsZones,
      resourceGroupName: 'rg-example',
      dataRetention: 'retain',
    });
  });
}

test('a network whose zones are elsewhere gets nothing', async () => {
  expect(resourcesOf(await network([]))).toEqual([]);
});

test('zones of the kit are linked to the network and kept as the data is', async () => {
  const recording = await network(['privatelink.a.example']);
  expect(resourcesOf(recording)).toEqual([
    'privatedns:PrivateZone network-privatelink.a.example',
    'privatedns:VirtualNetworkLink network-privatelink.a.example-link',
  ]);
  const [link] = ofType(recording, 'azure-native:privatedns:VirtualNetworkLink');
  expect(link?.inputs).toMatchObject({ virtualNetwork: { id: virtualNetworkId }, virtualNetworkLinkName: 'vnet-hub' });
});

test('by policy a private endpoint has no zone group, and needs no zone', async () => {
  const recording = await recordProgram(() => {
    new KeyVault('vault', {
      vaultName: 'kv-example',
      tenantId: '00000000-0000-4000-8000-000000000001',
      softDeleteRetentionInDays: 7,
      landingZone: landingZone({ dns: 'policy', privateDnsZoneIds: {} }),
    });
  });
  expect(recording.problems).toEqual([]);
  expect(ofType(recording, 'azure-native:network:PrivateEndpoint')).toHaveLength(1);
  expect(ofType(recording, 'azure-native:network:PrivateDnsZoneGroup')).toEqual([]);
});
