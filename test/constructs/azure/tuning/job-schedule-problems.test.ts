import type { CheckedSchedule } from '../../../../constructs/azure/tuning/job-schedule-problems';
import { refuseSchedule } from '../../../../constructs/azure/tuning/job-schedule-problems';
import { codedErrorOf } from '../../../helpers/coded-error';

const right: CheckedSchedule = {
  schedule: { cron: '0 3 * * 0' },
  emails: [],
  instanceType: 'Standard_NC24ads_A100_v4',
};

const wrong: readonly (readonly [name: string, change: Partial<CheckedSchedule>, said: RegExp])[] = [
  ['six fields', { schedule: { cron: '0 3 ? * SUN *' } }, /schedule\.cron: .*this has 6/],
  ['the form of EventBridge', { schedule: { cron: 'cron(0 3 * * ? *)' } }, /form of EventBridge/],
  ['an IANA zone', { schedule: { cron: '0 3 * * 0', timeZone: 'Europe/Berlin' } }, /schedule\.timeZone: .*Windows/],
  ['too many addresses', { emails: Array.from({ length: 30 }, () => 'ai-platform@example.com') }, /at most 499/],
  ['two computes', { computeId: '/compute' }, /two computes/],
];

test('a schedule of five fields, with a zone of Windows, passes', () => {
  expect(() => {
    refuseSchedule('weekly', { ...right, schedule: { cron: '0 3 * * 0', timeZone: 'W. Europe Standard Time' } });
  }).not.toThrow();
});

test.each(wrong)('%s is refused', async (_, change, said) => {
  const error = await codedErrorOf(() => {
    refuseSchedule('weekly', { ...right, ...change });
  });
  expect(error.code).toBe('InvalidProps');
  expect(error.message).toMatch(said);
});

test('no compute and a wrong schedule are named together', async () => {
  const error = await codedErrorOf(() => {
    refuseSchedule('weekly', { schedule: { cron: 'weekly' }, emails: [] });
  });
  expect(error.message).toMatch(/schedule\.cron: .*job: no compute|no compute/);
  expect(error.message).toMatch(/this has 1/);
});
