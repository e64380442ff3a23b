import { aksHttpRouting } from '../../../../../../lib/review/rules/azure/aks/aks-http-routing';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksHttpRouting, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { addonProfiles: { httpApplicationRouting: { enabled: false } } } },
  wrong: { 'properties.addonProfiles.httpApplicationRouting.enabled': [true] },
});
