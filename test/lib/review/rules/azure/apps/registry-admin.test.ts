import { registryAdmin } from '../../../../../../lib/review/rules/azure/apps/registry-admin';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registryAdmin, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { adminUserEnabled: false } },
  wrong: { 'properties.adminUserEnabled': [true] },
});
