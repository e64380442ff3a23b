import { registrySku } from '../../../../../../lib/review/rules/azure/apps/registry-sku';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registrySku, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { sku: { name: 'Premium' } },
  wrong: { 'sku.name': ['Basic', 'Standard'] },
});
