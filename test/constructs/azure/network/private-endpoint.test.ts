import { PrivateEndpoint } from '../../../../constructs/azure/network/private-endpoint';
import type { Recording } from '../../../../lib/graph';
import {
  inputsOf,
  landingZone,
  onlyOfType,
  privateAccess,
  recordProgram,
  resourcesOf,
} from '../../../helpers/azure-recording';
import { codedErrorOf } from '../../../helpers/coded-error';

function recordEndpoint(privateDnsZones: readonly string[]): Promise<Recording> {
  return recordProgram(
    () =>
      new PrivateEndpoint('search', {
        privateEndpointName: 'srch-pe',
        privateLinkServiceId: '/services/search',
        groupId: 'searchService',
        privateDnsZones,
        landingZone: landingZone(),
      }),
  );
}

test('is one endpoint in the subnet of the landing zone, and one DNS zone group', async () => {
  const recording = await recordEndpoint(['privatelink.search.windows.net']);
  expect(resourcesOf(recording)).toEqual([
    'network:PrivateDnsZoneGroup search-zone-group',
    'network:PrivateEndpoint search-endpoint',
  ]);
  expect(privateAccess(recording)).toEqual({
    name: 'srch-pe',
    target: '/services/search',
    groupIds: ['searchService'],
    zones: ['/zones/privatelink.search.windows.net'],
  });
  expect(inputsOf(recording, 'network:PrivateEndpoint')).toMatchObject({
    resourceGroupName: 'rg-example',
    location: 'swedencentral',
    subnet: { id: '/subscriptions/example/subnets/private-endpoints' },
  });
  expect(inputsOf(recording, 'network:PrivateDnsZoneGroup')).toMatchObject({
    privateEndpointName: 'srch-pe',
    privateDnsZoneConfigs: [{ name: 'privatelink-search-windows-net' }],
  });
});

test('is replaced when its subnet changes, which Azure cannot update', async () => {
  const recording = await recordEndpoint(['privatelink.search.windows.net']);
  expect(onlyOfType(recording, 'azure-native:network:PrivateEndpoint').replaceOnChanges).toEqual(['subnet']);
});

test('fails without its DNS zone', async () => {
  expect(await codedErrorOf(() => recordEndpoint(['privatelink.example.com']))).toMatchObject({
    code: 'MissingPrivateDnsZone',
    place: 'search: landingZone.privateDnsZoneIds',
    expected: 'the zone privatelink.example.com',
  });
});
