import { aksPublicApi } from '../../../../../../lib/review/rules/azure/aks/aks-public-api';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksPublicApi, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { apiServerAccessProfile: { enablePrivateCluster: true }, publicNetworkAccess: 'Disabled' } },
  wrong: {
    'properties.apiServerAccessProfile.enablePrivateCluster': [false, undefined],
    'properties.publicNetworkAccess': ['Enabled'],
  },
});
