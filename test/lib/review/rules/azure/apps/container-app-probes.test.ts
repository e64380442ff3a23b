import { containerAppProbes } from '../../../../../../lib/review/rules/azure/apps/container-app-probes';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerAppProbes, {
  type: 'Microsoft.App/containerApps',
  right: { properties: { template: { containers: [{ probes: [{ type: 'Liveness' }] }] } } },
  wrong: { 'properties.template.containers.0.probes': [[], undefined] },
});
