import { registryQuarantine } from '../../../../../../lib/review/rules/azure/apps/registry-quarantine';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registryQuarantine, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { policies: { quarantinePolicy: { status: 'enabled' } } } },
  wrong: { 'properties.policies.quarantinePolicy.status': ['disabled', undefined] },
});
