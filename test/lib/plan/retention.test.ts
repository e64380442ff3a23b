import { settle } from '../../../lib/plan';
import { awsPlan } from '../../helpers/plan';

test.each([
  ['dev', 'destroy', false, 30],
  ['prod', 'retain', true, 365],
] as const)('keeps in %s what its tier may not lose', (environment, dataRetention, terminationProtection, logs) => {
  const plan = settle(awsPlan({}, environment));
  expect(plan.dataRetention).toBe(dataRetention);
  expect(plan.terminationProtection).toBe(terminationProtection);
  expect(plan.foundation.logs.retentionDays).toBe(logs);
  expect(plan.foundation.network).toMatchObject({ flowLogRetentionDays: logs });
  expect(plan.integration.untaggedImageDays).toBe(logs);
});

test('keeps logs as long as the spec says', () => {
  const { retentionDays } = awsPlan({ logs: { retentionDays: 60 } }).foundation.logs;
  expect(retentionDays).toEqual({
    value: 60,
    because: [{ rule: 'spec.pinned', text: 'pinned by logs.retentionDays' }],
    rejected: [],
  });
});

test.each([
  ['public', 365],
  ['confidential', 365],
  ['restricted', 90],
] as const)('rotates the key of %s data every %d days', (dataClass, days) => {
  expect(awsPlan({ dataClass }).foundation.encryption).toMatchObject({ rotationDays: { value: days } });
});
