import { mlContentSafety } from '../../../../../../lib/review/rules/azure/ml/ml-content-safety';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlContentSafety, {
  type: 'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints',
  right: { properties: { contentSafety: { contentSafetyStatus: 'Enabled' } } },
  wrong: { 'properties.contentSafety.contentSafetyStatus': ['Disabled', undefined] },
});
