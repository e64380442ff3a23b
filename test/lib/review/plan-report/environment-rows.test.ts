import { environmentRows } from '../../../../lib/review/plan-report/environment-rows';
import { environmentPlan } from '../../../helpers/plan';
import { endpoint } from '../../../helpers/platform';

test('the role without which no stage can publish its keys is named before the first deployment', () => {
  const plan = environmentPlan();
  const [role, ...more] = environmentRows(plan).filter(({ what }) => what === 'role');
  expect(more).toEqual([]);
  expect(role).toMatchObject({ cloud: 'azure', lines: [{ tone: 'warn' }] });
  expect(role?.lines[0]?.text).toBe(
    `assign "App Configuration Data Owner" (${plan.azure?.subscription.value ?? ''}) to whoever deploys, before deploying`,
  );
  expect(role?.because[0]?.source?.asOf).toBe('2026-11-30');
});

test.each([1, 2, 60])('a waived rollback is not promised beside the waiver, with a peak of %d', (peakConcurrency) => {
  const traffic = { peakConcurrency, inputTokens: 1000, outputTokens: 200 };
  const lines = (rollback: object): string => {
    const plan = environmentPlan({ endpoints: { chat: endpoint({ traffic, ...rollback }) } }, 'prod');
    const row = environmentRows(plan).find(({ what, cloud }) => what === 'rollout chat' && cloud === 'aws');
    return (row?.lines ?? []).map(({ text }) => text).join('; ');
  };
  expect(lines({})).toMatch(/, rolled back on an alarm$/);
  const waived = lines({ rollback: { waived: true, reason: 'repairs the cause of the alarm' } });
  expect(waived).toMatch(/ s; rollback on alarms waived$|each; rollback on alarms waived$/);
  expect(waived).not.toContain('rolled back');
});
