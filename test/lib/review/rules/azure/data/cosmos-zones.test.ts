import { cosmosZones } from '../../../../../../lib/review/rules/azure/data/cosmos-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(cosmosZones, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { locations: [{ isZoneRedundant: true }], enableAutomaticFailover: true } },
  wrong: {
    'properties.locations.0.isZoneRedundant': [false, undefined],
    'properties.enableAutomaticFailover': [false, undefined],
  },
});
