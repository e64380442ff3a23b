import { environmentRows } from '../../../../lib/review/plan-report/environment-rows';
import { environmentPlan } from '../../../helpers/plan';

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
