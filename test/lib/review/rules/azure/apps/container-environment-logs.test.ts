import { containerEnvironmentLogs } from '../../../../../../lib/review/rules/azure/apps/container-environment-logs';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerEnvironmentLogs, {
  type: 'Microsoft.App/managedEnvironments',
  right: { properties: { appLogsConfiguration: { destination: 'azure-monitor' } } },
  wrong: { 'properties.appLogsConfiguration.destination': [undefined] },
});
