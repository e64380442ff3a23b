import { privateEndpointWithoutZone } from '../../../../../../lib/review/rules/azure/network/private-endpoint-without-zone';
import { azureFound } from '../../../../../helpers/azure-found';

const endpoint = (name: string) => ({ type: 'Microsoft.Network/privateEndpoints', name, properties: {} });
const group = (name: string) => ({
  type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
  name: `${name}/default`,
  properties: {},
});

test('an endpoint without a group among others with one is found', () => {
  expect(azureFound(privateEndpointWithoutZone, [endpoint('a'), endpoint('b'), group('a')])).toEqual([
    'Microsoft.Network/privateEndpoints/b',
  ]);
  expect(azureFound(privateEndpointWithoutZone, [endpoint('a'), group('a')])).toEqual([]);
});

test('where no endpoint has a group, a policy adds them', () => {
  expect(azureFound(privateEndpointWithoutZone, [endpoint('a'), endpoint('b')])).toEqual([]);
});
