import { modelDeploymentFilter } from '../../../../../../lib/review/rules/azure/ai/model-deployment-filter';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(modelDeploymentFilter, {
  type: 'Microsoft.CognitiveServices/accounts/deployments',
  right: { properties: { raiPolicyName: 'Microsoft.DefaultV2' } },
  wrong: { 'properties.raiPolicyName': [undefined] },
});
