import { privateDnsZoneId } from '../../../../constructs/azure/landing-zone/landing-zone';
import { landingZone } from '../../../helpers/azure-recording';
import { codedErrorOf } from '../../../helpers/coded-error';

const privateDnsZoneIds = { 'privatelink.b.example': '/zones/b', 'privatelink.a.example': '/zones/a' };

test('finds a private DNS zone by its name', () => {
  expect(privateDnsZoneId('vault', landingZone({ privateDnsZoneIds }), 'privatelink.a.example')).toBe('/zones/a');
});

test('fails with the zones that exist and the one to add', async () => {
  const zone = 'privatelink.c.example';
  expect(await codedErrorOf(() => privateDnsZoneId('vault', landingZone({ privateDnsZoneIds }), zone))).toMatchObject({
    code: 'MissingPrivateDnsZone',
    place: 'vault: landingZone.privateDnsZoneIds',
    got: ['privatelink.a.example', 'privatelink.b.example'],
    expected: 'the zone privatelink.c.example',
    fix: 'add privatelink.c.example to network.privateDnsZones',
  });
});
