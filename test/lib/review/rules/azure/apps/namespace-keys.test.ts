import { namespaceKeys } from '../../../../../../lib/review/rules/azure/apps/namespace-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(namespaceKeys, {
  type: 'Microsoft.EventHub/namespaces',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined] },
});

azureCases(namespaceKeys, {
  type: 'Microsoft.ServiceBus/namespaces',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined] },
});
