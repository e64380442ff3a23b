import { registryZones } from '../../../../../../lib/review/rules/azure/apps/registry-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registryZones, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { zoneRedundancy: 'Enabled' } },
  wrong: { 'properties.zoneRedundancy': ['Disabled', undefined] },
});
