import { modelDeploymentResidency } from '../../../../../../lib/review/rules/azure/ai/model-deployment-residency';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(modelDeploymentResidency, {
  type: 'Microsoft.CognitiveServices/accounts/deployments',
  right: { sku: { name: 'DataZoneStandard' } },
  wrong: { 'sku.name': ['GlobalStandard', 'GlobalBatch', 'GlobalProvisionedManaged'] },
});
