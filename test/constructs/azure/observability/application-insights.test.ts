import { ApplicationInsights } from '../../../../constructs/azure/observability/application-insights';
import type { Recording } from '../../../../lib/graph';
import { inputsOf, landingZone, reader, recordProgram, resourcesOf, rolesOf } from '../../../helpers/azure-recording';

let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(() => {
    const insights = new ApplicationInsights('insights', {
      resourceName: 'appi-example',
      keys: 'off',
      landingZone: landingZone(),
    });
    insights.grants.publish('insights-writer', reader);
  });
});

test('has no keys and no public access, and stores in the workspace of the environment', () => {
  expect(inputsOf(recording, 'applicationinsights:Component')).toMatchObject({
    resourceName: 'appi-example',
    ingestionMode: 'LogAnalytics',
    workspaceResourceId: '/workspaces/example',
    disableLocalAuth: true,
    publicNetworkAccessForIngestion: 'Disabled',
    publicNetworkAccessForQuery: 'Disabled',
  });
});

test('has no diagnostic setting, which would store and bill its data twice', () => {
  expect(resourcesOf(recording).filter((resource) => resource.includes('DiagnosticSetting'))).toEqual([]);
});

test('lets an identity send telemetry', () => {
  expect(rolesOf(recording)).toEqual([
    {
      name: 'insights-writer-monitoring-metrics-publisher',
      role: 'Monitoring Metrics Publisher',
      principalId: reader.principalId,
      scope: '${insights-component#id}',
    },
  ]);
});
