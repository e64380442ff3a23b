import { ComponentResource } from '@pulumi/pulumi';
import type { DiagnosticsProps } from '../../../../constructs/azure/observability/diagnostic-setting';
import { sendDiagnostics } from '../../../../constructs/azure/observability/diagnostic-setting';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';

async function settingOf(props: Pick<DiagnosticsProps, 'resourceType' | 'categories'>) {
  const recording = await recordProgram(() => {
    sendDiagnostics(
      'chat',
      { resourceUri: '/resources/chat', workspaceId: '/workspaces/example', ...props },
      new ComponentResource('example:azure:Endpoint', 'endpoint'),
    );
  });
  return inputsOf(recording, 'monitor:DiagnosticSetting');
}

test('sends every log category and all metrics to the workspace', async () => {
  expect(await settingOf({ resourceType: 'Microsoft.KeyVault/vaults' })).toEqual({
    name: 'log-analytics',
    resourceUri: '/resources/chat',
    workspaceId: '/workspaces/example',
    logs: [{ categoryGroup: 'allLogs', enabled: true }],
    metrics: [{ category: 'AllMetrics', enabled: true }],
  });
});

test('sends only the given categories', async () => {
  const resourceType = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints';
  expect(await settingOf({ resourceType, categories: ['Traffic'] })).toMatchObject({
    logs: [{ category: 'Traffic', enabled: true }],
  });
});

test('asks a type without metrics for none, and a type without logs for none', async () => {
  expect(await settingOf({ resourceType: 'Microsoft.MachineLearningServices/registries' })).toMatchObject({
    logs: [{ categoryGroup: 'allLogs', enabled: true }],
    metrics: [],
  });
  expect(await settingOf({ resourceType: 'Microsoft.Storage/storageAccounts' })).toMatchObject({
    logs: [],
    metrics: [{ category: 'AllMetrics', enabled: true }],
  });
});
