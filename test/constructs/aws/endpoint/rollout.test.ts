import { componentDeployment, endpointDeployment } from '../../../../constructs/aws/endpoint/rollout';

const rolling = { kind: 'rolling', batchPercent: 25, waitSeconds: 300 } as const;
const canary = { kind: 'canary', canaryPercent: 10, waitSeconds: 600 } as const;
const alarms = { alarms: [{ alarmName: 'latency' }] };
const batches = {
  maximumBatchSize: { type: 'CAPACITY_PERCENT', value: 25 },
  waitIntervalInSeconds: 300,
  maximumExecutionTimeoutInSeconds: 14_400,
};

test('every rollout of instances is rolled back by the alarms', () => {
  const rollouts = [{ kind: 'all-at-once' } as const, rolling, canary];
  expect(rollouts.map((rollout) => endpointDeployment(rollout, ['latency']).autoRollbackConfiguration)).toEqual([
    alarms,
    alarms,
    alarms,
  ]);
});

test('a canary keeps the previous fleet for as long as it waits', () => {
  expect(endpointDeployment(canary, []).blueGreenUpdatePolicy).toEqual({
    trafficRoutingConfiguration: {
      type: 'CANARY',
      canarySize: { type: 'CAPACITY_PERCENT', value: 10 },
      waitIntervalInSeconds: 600,
    },
    terminationWaitInSeconds: 600,
    maximumExecutionTimeoutInSeconds: 14_400,
  });
});

test('instances and copies roll in the same batches', () => {
  expect(endpointDeployment(rolling, ['latency'])).toEqual({
    rollingUpdatePolicy: batches,
    autoRollbackConfiguration: alarms,
  });
  expect(componentDeployment(rolling, ['latency'])).toEqual({
    rollingUpdatePolicy: batches,
    autoRollbackConfiguration: alarms,
  });
});

test('copies that change all at once have the default of the service', () => {
  expect(componentDeployment({ kind: 'all-at-once' }, ['latency'])).toBeUndefined();
});

test('without alarms there is no rollback, and the rollout stays', () => {
  expect(endpointDeployment(rolling, [])).toEqual({ rollingUpdatePolicy: batches });
  expect(componentDeployment(rolling, [])).toEqual({ rollingUpdatePolicy: batches });
});
