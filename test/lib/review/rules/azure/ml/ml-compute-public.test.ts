import { mlComputePublic } from '../../../../../../lib/review/rules/azure/ml/ml-compute-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlComputePublic, {
  type: 'Microsoft.MachineLearningServices/workspaces/computes',
  right: {
    properties: {
      computeType: 'AmlCompute',
      properties: { enableNodePublicIp: false, remoteLoginPortPublicAccess: 'Disabled' },
    },
  },
  wrong: {
    'properties.properties.enableNodePublicIp': [true, undefined],
    'properties.properties.remoteLoginPortPublicAccess': ['Enabled'],
  },
});
