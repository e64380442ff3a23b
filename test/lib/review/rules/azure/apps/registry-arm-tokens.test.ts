import { registryArmTokens } from '../../../../../../lib/review/rules/azure/apps/registry-arm-tokens';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registryArmTokens, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } } },
  wrong: { 'properties.policies.azureADAuthenticationAsArmPolicy.status': ['enabled', undefined] },
});
