import { aksDisks } from '../../../../../../lib/review/rules/azure/aks/aks-disks';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksDisks, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: {
    properties: { diskEncryptionSetID: '/subscriptions/a/set', agentPoolProfiles: [{ enableEncryptionAtHost: true }] },
  },
  wrong: {
    'properties.diskEncryptionSetID': [undefined],
    'properties.agentPoolProfiles.0.enableEncryptionAtHost': [false, undefined],
  },
});

azureCases(aksDisks, {
  type: 'Microsoft.ContainerService/managedClusters/agentPools',
  right: { properties: { enableEncryptionAtHost: true } },
  wrong: { 'properties.enableEncryptionAtHost': [false, undefined] },
});
