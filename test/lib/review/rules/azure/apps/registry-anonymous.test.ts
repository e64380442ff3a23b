import { registryAnonymous } from '../../../../../../lib/review/rules/azure/apps/registry-anonymous';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(registryAnonymous, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { anonymousPullEnabled: false } },
  wrong: { 'properties.anonymousPullEnabled': [true] },
});
