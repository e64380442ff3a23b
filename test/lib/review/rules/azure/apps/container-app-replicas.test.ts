import { containerAppReplicas } from '../../../../../../lib/review/rules/azure/apps/container-app-replicas';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerAppReplicas, {
  type: 'Microsoft.App/containerApps',
  right: { properties: { template: { scale: { minReplicas: 2 } } } },
  wrong: { 'properties.template.scale.minReplicas': [1, 0, undefined] },
});
