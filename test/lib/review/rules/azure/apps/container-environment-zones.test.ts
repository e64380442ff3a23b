import { containerEnvironmentZones } from '../../../../../../lib/review/rules/azure/apps/container-environment-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerEnvironmentZones, {
  type: 'Microsoft.App/managedEnvironments',
  right: { properties: { zoneRedundant: true } },
  wrong: { 'properties.zoneRedundant': [false, undefined] },
});
