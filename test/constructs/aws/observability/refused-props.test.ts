import type { Stack } from 'aws-cdk-lib';
import { AlarmTopic, EndpointAlarms, EndpointMetrics, LlmDashboard, PromptLogGroup } from '../../../../constructs/aws';
import { testKey, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

const logs = (stack: Stack, logGroupName: string, retentionDays: number) =>
  new PromptLogGroup(stack, 'It', {
    logGroupName,
    retentionDays,
    encryptionKey: testKey(stack),
    dataRetention: 'retain',
  });
const dashboard = (stack: Stack, dashboardName: string) =>
  new LlmDashboard(stack, 'It', { dashboardName, endpoints: {}, foundationModelIds: [] });
const topic = (stack: Stack, alarmContact: string) =>
  new AlarmTopic(stack, 'It', { alarmContact, encryptionKey: testKey(stack) });
const alarms = (stack: Stack, latencyP99Ms: number, errorPercent: number) =>
  new EndpointAlarms(stack, 'It', {
    metrics: new EndpointMetrics({ endpointName: 'chat', capacityKind: 'instances' }),
    latencyP99Ms,
    errorPercent,
  });

test.each<readonly [prop: string, got: unknown, declare: (stack: Stack) => unknown]>([
  ['logGroupName', 'a b', (stack) => logs(stack, 'a b', 30)],
  ['retentionDays', 31, (stack) => logs(stack, '/llmops/support', 31)],
  ['dashboardName', 'a/b', (stack) => dashboard(stack, 'a/b')],
  ['alarmContact', 'team', (stack) => topic(stack, 'team')],
  ['latencyP99Ms', 0, (stack) => alarms(stack, 0, 1)],
  ['errorPercent', 101, (stack) => alarms(stack, 1000, 101)],
])('refuses %s %j with its place and a way out', async (prop, got, declare) => {
  const error = await codedErrorOf(() => declare(testStack('app')));
  expect(error).toMatchObject({ code: 'InvalidProps', place: `app/It: ${prop}`, got });
  expect(error.expected).not.toBe('');
  expect(error.fix).not.toBe('');
});

test('accepts what the services accept', () => {
  const stack = testStack('app');
  expect(() => [logs(stack, '/aws/sagemaker/Endpoints/chat', 365)]).not.toThrow();
  expect(() => dashboard(testStack('b'), 'support-dev')).not.toThrow();
  expect(() => topic(testStack('c'), 'ai-platform@example.com')).not.toThrow();
  expect(() => alarms(testStack('d'), 1000, 0)).not.toThrow();
});
