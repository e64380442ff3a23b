import { namespaceZones } from '../../../../../../lib/review/rules/azure/apps/namespace-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(namespaceZones, {
  type: 'Microsoft.EventHub/namespaces',
  right: { properties: { zoneRedundant: true } },
  wrong: { 'properties.zoneRedundant': [false, undefined] },
});

azureCases(namespaceZones, {
  type: 'Microsoft.ServiceBus/namespaces',
  right: { properties: { zoneRedundant: true } },
  wrong: { 'properties.zoneRedundant': [false, undefined] },
});
