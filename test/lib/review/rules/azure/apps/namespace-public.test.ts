import { namespacePublic } from '../../../../../../lib/review/rules/azure/apps/namespace-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(namespacePublic, {
  type: 'Microsoft.EventHub/namespaces',
  right: { properties: { publicNetworkAccess: 'Disabled' } },
  wrong: { 'properties.publicNetworkAccess': ['Enabled', undefined] },
});

azureCases(namespacePublic, {
  type: 'Microsoft.ServiceBus/namespaces',
  right: { properties: { publicNetworkAccess: 'Disabled' } },
  wrong: { 'properties.publicNetworkAccess': ['Enabled', undefined] },
});
