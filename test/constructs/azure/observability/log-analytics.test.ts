import { LogAnalytics } from '../../../../constructs/azure/observability/log-analytics';
import type { Recording } from '../../../../lib/graph';
import type { DataRetention } from '../../../../lib/plan';
import { inputsOf, recordProgram, retentionOf } from '../../../helpers/azure-recording';

function recordLogs(dataRetention: DataRetention): Promise<Recording> {
  return recordProgram(
    () =>
      new LogAnalytics('logs', {
        workspaceName: 'log-example',
        retentionInDays: 365,
        resourceGroupName: 'rg-example',
        location: 'swedencentral',
        dataRetention,
      }),
  );
}

let recording: Recording;
beforeAll(async () => {
  recording = await recordLogs('retain');
});

test('has no keys and no public access, and keeps logs for the given days', () => {
  expect(inputsOf(recording, 'operationalinsights:Workspace')).toEqual({
    workspaceName: 'log-example',
    resourceGroupName: 'rg-example',
    location: 'swedencentral',
    sku: { name: 'PerGB2018' },
    retentionInDays: 365,
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
    publicNetworkAccessForIngestion: 'Disabled',
    publicNetworkAccessForQuery: 'Disabled',
  });
});

test('stores its audit log in itself', () => {
  expect(inputsOf(recording, 'monitor:DiagnosticSetting')).toMatchObject({
    resourceUri: '${logs-workspace#id}',
    workspaceId: '${logs-workspace#id}',
    logs: [{ categoryGroup: 'allLogs', enabled: true }],
  });
});

test('is protected when data is retained, and not otherwise', async () => {
  const type = 'operationalinsights:Workspace';
  expect(retentionOf(recording, type)).toEqual({ protect: true, retainOnDelete: true, locked: [] });
  expect(retentionOf(await recordLogs('destroy'), type)).toEqual({
    protect: false,
    retainOnDelete: false,
    locked: [],
  });
});
