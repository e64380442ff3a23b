import { diagnosticsUnsent } from '../../../../../../lib/review/rules/azure/operations/diagnostics-unsent';
import { azureFound } from '../../../../../helpers/azure-found';

const setting = (properties: object) => [{ type: 'Microsoft.Insights/diagnosticSettings', name: 'logs', properties }];
const on = { categoryGroup: 'allLogs', enabled: true };

test.each([
  [{ workspaceId: 'w', logs: [on] }, []],
  [{ storageAccountId: 's', logs: [on] }, []],
  [{ workspaceId: 'w', metrics: [{ category: 'AllMetrics', enabled: true }] }, []],
  [{ logs: [on] }, ['Microsoft.Insights/diagnosticSettings/logs workspaceId']],
  [{ workspaceId: 'w', logs: [] }, ['Microsoft.Insights/diagnosticSettings/logs logs']],
  [
    { workspaceId: 'w', logs: [on, { ...on, enabled: false }] },
    ['Microsoft.Insights/diagnosticSettings/logs logs.1.enabled'],
  ],
])('a setting with %j', (properties, expected) => {
  expect(azureFound(diagnosticsUnsent, setting(properties))).toEqual(expected);
});
