import { aksImageCleaner } from '../../../../../../lib/review/rules/azure/aks/aks-image-cleaner';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksImageCleaner, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { securityProfile: { imageCleaner: { enabled: true } } } },
  wrong: { 'properties.securityProfile.imageCleaner.enabled': [false, undefined] },
});
