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

test.each([
  ['development', 1, 2, 8, 2],
  ['staging', 1, 2, 8, 2],
  ['production', 1, 2, 2, 4],
  ['production', 1, 2, 9, 9],
  ['production', 8, 2, 2, 3],
  ['production', 8, 1, 6, 6],
  ['production', 1, 40, 40, 50],
] as const)('in %s with %d GPUs an instance, %d running and %d for the peak, at most %d run', (...row) => {
  const [tier, acceleratorCount, replicas, peakReplicas, most] = row;
  expect(mostInstances(tier, sizedEndpoint({ size: { acceleratorCount, replicas }, replicas, peakReplicas }))).toBe(
    most,
  );
});

test('the threshold is the planned load of an instance where that is more than the early one', () => {
  // An answer takes 500 ms and 199 x 20 ms. Seven of ten requests in flight, or the planned twelve.
  const add = (peakConcurrency: number) =>
    azureScaling(
      endpoint({ traffic: { peakConcurrency, inputTokens: 1000, outputTokens: 200 } }),
      'production',
      sizedEndpoint({ peakConcurrency }),
    )?.addAbove.value;
  expect(add(8)).toBe(Math.round((7 * 60) / 4.48));
  expect(add(24)).toBe(Math.round((12 * 60) / 4.48));
});

test('thresholds of errors are a percent of the planned requests a minute, at least one', () => {
  const errors = (peakConcurrency: number) =>
    endpointAlerts(
      endpoint({ traffic: { peakConcurrency, inputTokens: 1000, outputTokens: 200 } }),
      'production',
      sizedEndpoint(),
    )?.errorsPerMinute.value;
  expect([errors(1), errors(100)]).toEqual([1, Math.round((100 * 60) / 4.48 / 100)]);
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
