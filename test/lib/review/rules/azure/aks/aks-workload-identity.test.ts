import { aksWorkloadIdentity } from '../../../../../../lib/review/rules/azure/aks/aks-workload-identity';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksWorkloadIdentity, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: {
    properties: { securityProfile: { workloadIdentity: { enabled: true } }, oidcIssuerProfile: { enabled: true } },
  },
  wrong: {
    'properties.securityProfile.workloadIdentity.enabled': [false, undefined],
    'properties.oidcIssuerProfile.enabled': [false, undefined],
  },
});
