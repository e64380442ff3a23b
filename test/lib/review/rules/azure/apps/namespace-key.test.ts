import { namespaceKey } from '../../../../../../lib/review/rules/azure/apps/namespace-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(namespaceKey, {
  type: 'Microsoft.EventHub/namespaces',
  right: { properties: { encryption: { keySource: 'Microsoft.KeyVault', requireInfrastructureEncryption: true } } },
  wrong: {
    'properties.encryption.keySource': [undefined],
    'properties.encryption.requireInfrastructureEncryption': [false, undefined],
  },
});

azureCases(namespaceKey, {
  type: 'Microsoft.ServiceBus/namespaces',
  right: { properties: { encryption: { keySource: 'Microsoft.KeyVault', requireInfrastructureEncryption: true } } },
  wrong: {
    'properties.encryption.keySource': [undefined],
    'properties.encryption.requireInfrastructureEncryption': [false, undefined],
  },
});
