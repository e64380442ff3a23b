import { cosmosZones } from '../../../../../../lib/review/rules/azure/data/cosmos-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(cosmosZones, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: {
    properties: { locations: [{ isZoneRedundant: true }, { isZoneRedundant: true }], enableAutomaticFailover: true },
  },
  wrong: {
    'properties.locations.0.isZoneRedundant': [false, undefined],
    'properties.enableAutomaticFailover': [false, undefined],
  },
});

azureCases(cosmosZones, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  // From one region there is nowhere to fail over to.
  right: { properties: { locations: [{ isZoneRedundant: true }], enableAutomaticFailover: false } },
  wrong: { 'properties.locations.0.isZoneRedundant': [false] },
});
