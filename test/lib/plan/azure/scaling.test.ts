import { settle } from '../../../../lib/plan';
import { endpointAlerts } from '../../../../lib/plan/azure/alerts';
import { azureScaling, mostInstances } from '../../../../lib/plan/azure/scaling';
import { azurePlan } from '../../../helpers/plan';
import { endpoint } from '../../../helpers/platform';
import { sizedEndpoint } from '../../../helpers/sized-endpoint';

test('production runs at least two instances and scales with the load; other tiers run a fixed number', () => {
  const [dev, prod] = ['dev', 'prod'].map((environment) => azurePlan({}, environment).deployment);
  expect(settle(dev?.endpoints.chat)).not.toHaveProperty('scaling');
  const chat = settle(prod?.endpoints.chat);
  expect(chat?.instanceCount).toBeGreaterThanOrEqual(2);
  expect(chat?.scaling?.minInstances).toBe(chat?.instanceCount);
  expect(chat?.scaling?.maxInstances).toBe(2 * (chat?.instanceCount ?? 0));
  expect(chat?.scaling?.cooldownSeconds).toBe(chat?.startupTimeoutSeconds);
});

test('a pilot light in production is one instance that grows to the whole peak', () => {
  const failover = { primary: 'aws', standby: 'pilot-light' } as const;
  const traffic = { peakConcurrency: 100, inputTokens: 1000, outputTokens: 200 };
  const plan = azurePlan({ endpoints: { chat: endpoint({ failover, traffic }) } }, 'prod');
  const chat = settle(plan.deployment.endpoints.chat);
  const { copies } = chat?.performance ?? { copies: 0 };
  expect(chat?.instanceCount).toBe(1);
  expect(chat?.scaling).toMatchObject({ minInstances: 1, maxInstances: Math.max(2, copies) });
});

test('an instance is added before the others are full, and one that is removed is not added again', () => {
  const scaling = settle(azureScaling(endpoint(), 'production', sizedEndpoint()));
  if (scaling === undefined) throw new Error('production scales');
  const { addAbove, removeBelow, minInstances } = scaling;
  expect(addAbove).toBeGreaterThan(0);
  // With one instance fewer, the load per instance stays below the one that adds it.
  expect((removeBelow * (minInstances + 1)) / minInstances).toBeLessThan(addAbove);
  expect(mostInstances('staging', sizedEndpoint())).toBe(sizedEndpoint().replicas.value);
});

test.each(['staging', 'production'] as const)('%s has alerts with thresholds above the planned load', (tier) => {
  const alerts = settle(endpointAlerts(endpoint(), tier, sizedEndpoint()));
  expect(alerts?.latencyP99Ms).toBeGreaterThan(0);
  expect(alerts?.errorsPerMinute).toBeGreaterThanOrEqual(1);
  expect(alerts?.throttledPerMinute).toBe(alerts?.errorsPerMinute);
});

test('development has no alerts and nobody to tell', () => {
  expect(endpointAlerts(endpoint(), 'development', sizedEndpoint())).toBeUndefined();
  expect(azurePlan().deployment).not.toHaveProperty('alertContact');
  expect(azurePlan().deployment).not.toHaveProperty('serviceAlerts');
  expect(settle(azurePlan({}, 'prod').deployment.serviceAlerts)).toEqual({
    openAiAvailabilityPercent: 99,
    searchThrottledPercent: 1,
  });
  expect(settle(azurePlan({}, 'prod').deployment.alertContact)).toEqual({
    actionGroupName: 'support-prod',
    shortName: 'llmops',
    email: 'ai-platform@example.com',
  });
});
