import { namespaceTls } from '../../../../../../lib/review/rules/azure/apps/namespace-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(namespaceTls, {
  type: 'Microsoft.EventHub/namespaces',
  right: { properties: { minimumTlsVersion: '1.2' } },
  wrong: { 'properties.minimumTlsVersion': ['1.0', undefined] },
});

azureCases(namespaceTls, {
  type: 'Microsoft.ServiceBus/namespaces',
  right: { properties: { minimumTlsVersion: '1.2' } },
  wrong: { 'properties.minimumTlsVersion': ['1.0', undefined] },
});
