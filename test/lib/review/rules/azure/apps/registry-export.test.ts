import { registryExport } from '../../../../../../lib/review/rules/azure/apps/registry-export';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registryExport, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { policies: { exportPolicy: { status: 'disabled' } } } },
  wrong: { 'properties.policies.exportPolicy.status': ['enabled', undefined] },
});
