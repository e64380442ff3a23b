import { ComponentResource } from '@pulumi/pulumi';
import type { DiagnosticsProps } from '../../../../constructs/azure/observability/diagnostic-setting';
import { sendDiagnostics } from '../../../../constructs/azure/observability/diagnostic-setting';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';

async function settingOf(props: Partial<DiagnosticsProps>) {
  const recording = await recordProgram(() => {
    sendDiagnostics(
      'chat',
      { resourceUri: '/endpoints/chat', workspaceId: '/workspaces/example', ...props },
      new ComponentResource('example:azure:Endpoint', 'endpoint'),
    );
  });
  return inputsOf(recording, 'monitor:DiagnosticSetting');
}

test('sends every log category and all metrics to the workspace', async () => {
  expect(await settingOf({})).toEqual({
    name: 'log-analytics',
    resourceUri: '/endpoints/chat',
    workspaceId: '/workspaces/example',
    logs: [{ categoryGroup: 'allLogs', enabled: true }],
    metrics: [{ category: 'AllMetrics', enabled: true }],
  });
});

test('sends only the given categories, and no metrics where there are none', async () => {
  expect(await settingOf({ categories: ['Traffic'], metrics: false })).toMatchObject({
    logs: [{ category: 'Traffic', enabled: true }],
    metrics: [],
  });
});
