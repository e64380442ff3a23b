import { PrivateLandingZone, SearchService } from '../../../../constructs/azure';
import { inputsOf, ofType, onlyOfType, recordProgram } from '../../../helpers/azure-recording';

const place = {
  subscription: '00000000-0000-4000-8000-0000000000d1',
  location: 'swedencentral',
  resourceGroup: 'rg-search-prod',
  addressPrefix: '10.41.0.0/16',
};

test('creates a group, logs, a network with a subnet for private endpoints, and the zones of every component', async () => {
  const recording = await recordProgram(() => {
    const { landingZone } = new PrivateLandingZone('zone', place);
    new SearchService('search', { landingZone });
  });
  expect(recording.problems).toEqual([]);
  expect(onlyOfType(recording, 'azure-native:resources:ResourceGroup').inputs.resourceGroupName).toBe('rg-search-prod');
  expect(onlyOfType(recording, 'azure-native:operationalinsights:Workspace').inputs.retentionInDays).toBe(365);
  expect(onlyOfType(recording, 'azure-native:network:Subnet').inputs.addressPrefix).toBe('10.41.0.0/24');
  expect(ofType(recording, 'azure-native:privatedns:PrivateZone')).toHaveLength(9);
  expect(inputsOf(recording, 'search:Service')).toMatchObject({
    replicaCount: 3,
    partitionCount: 1,
    sku: { name: 'standard' },
  });
});

test('zones and retention can be given', async () => {
  const recording = await recordProgram(() => {
    new PrivateLandingZone('zone', {
      ...place,
      privateDnsZones: ['privatelink.search.windows.net'],
      logRetentionDays: 30,
      dataRetention: 'destroy',
    });
  });
  expect(ofType(recording, 'azure-native:privatedns:PrivateZone')).toHaveLength(1);
  const logs = onlyOfType(recording, 'azure-native:operationalinsights:Workspace');
  expect(logs).toMatchObject({ inputs: { retentionInDays: 30 }, retainOnDelete: false });
});
