import { MonitorPrivateLink } from '../../../../constructs/azure/observability/monitor-private-link';
import type { Recording } from '../../../../lib/graph';
import {
  inputsOf,
  landingZone,
  ofType,
  onlyOfType,
  privateAccess,
  recordProgram,
  waitsFor,
} from '../../../helpers/azure-recording';

const member = 'azure-native:monitor:PrivateLinkScopedResource';
let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(
    () =>
      new MonitorPrivateLink('monitor', {
        scopeName: 'ampls-example',
        resources: { logs: '/workspaces/example', insights: '/components/example' },
        landingZone: landingZone(),
      }),
  );
});

test('admits only private ingestion and queries', () => {
  expect(inputsOf(recording, 'monitor:PrivateLinkScope')).toEqual({
    scopeName: 'ampls-example',
    resourceGroupName: 'rg-example',
    location: 'global',
    accessModeSettings: { ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'PrivateOnly' },
  });
});

test('contains the given resources', () => {
  expect(ofType(recording, member).map(({ inputs }) => [inputs['name'], inputs['linkedResourceId']])).toEqual([
    ['insights', '/components/example'],
    ['logs', '/workspaces/example'],
  ]);
});

test('takes in one resource after another', () => {
  const [insights, logs] = ofType(recording, member);
  expect(insights !== undefined && logs !== undefined && waitsFor(recording, logs, insights)).toBe(true);
});

test('is reached through one endpoint with every zone of Azure Monitor, made after the members', () => {
  expect(privateAccess(recording)).toEqual({
    name: 'ampls-example-pe',
    target: '${monitor-scope#id}',
    groupIds: ['azuremonitor'],
    zones: [
      '/zones/privatelink.monitor.azure.com',
      '/zones/privatelink.oms.opinsights.azure.com',
      '/zones/privatelink.ods.opinsights.azure.com',
      '/zones/privatelink.agentsvc.azure-automation.net',
      '/zones/privatelink.blob.core.windows.net',
    ],
  });
  // The endpoint's component waits, and a child is registered after its component.
  const component = onlyOfType(recording, 'llmops-kit:azure:PrivateEndpoint');
  expect(component.dependencies).toEqual(ofType(recording, member).map(({ urn }) => urn));
});
