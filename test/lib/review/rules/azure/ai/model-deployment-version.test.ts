import { modelDeploymentVersion } from '../../../../../../lib/review/rules/azure/ai/model-deployment-version';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(modelDeploymentVersion, {
  type: 'Microsoft.CognitiveServices/accounts/deployments',
  right: { properties: { model: { version: '2025-11-13' }, versionUpgradeOption: 'NoAutoUpgrade' } },
  wrong: {
    'properties.model.version': [undefined],
    'properties.versionUpgradeOption': ['OnceNewDefaultVersionAvailable', undefined],
  },
});
