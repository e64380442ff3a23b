import { postgresSingle } from '../../../../../../lib/review/rules/azure/data/postgres-single';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(postgresSingle, {
  type: 'Microsoft.DBforPostgreSQL/flexibleServers',
  right: { properties: { highAvailability: { mode: 'ZoneRedundant' } } },
  wrong: { 'properties.highAvailability.mode': ['Disabled', 'SameZone', undefined] },
});
