import { privateZoneUnlinked } from '../../../../../../lib/review/rules/azure/network/private-zone-unlinked';
import { azureFound } from '../../../../../helpers/azure-found';

const zone = { type: 'Microsoft.Network/privateDnsZones', name: 'privatelink.openai.azure.com', properties: {} };
const link = (name: string) => ({
  type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
  name: `${name}/v`,
  properties: {},
});

test('a zone without a link is found, and one with it is not', () => {
  expect(azureFound(privateZoneUnlinked, [zone])).toEqual([
    'Microsoft.Network/privateDnsZones/privatelink.openai.azure.com',
  ]);
  expect(azureFound(privateZoneUnlinked, [zone, link('privatelink.openai.azure.com')])).toEqual([]);
  expect(azureFound(privateZoneUnlinked, [zone, link('privatelink.search.windows.net')])).toHaveLength(1);
});
