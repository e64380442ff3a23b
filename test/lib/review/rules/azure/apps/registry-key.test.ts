import { registryKey } from '../../../../../../lib/review/rules/azure/apps/registry-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registryKey, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { encryption: { status: 'enabled' } } },
  wrong: { 'properties.encryption.status': ['disabled', undefined] },
});
