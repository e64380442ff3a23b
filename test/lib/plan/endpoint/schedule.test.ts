import { idleMinimum, scheduleOf } from '../../../../lib/plan/endpoint/schedule';
import type { Tier } from '../../../../lib/platform';
import { endpoint } from '../../../helpers/platform';

test.each<readonly [Tier, number | undefined, number, number]>([
  ['production', undefined, 5, 2],
  ['production', 3, 5, 3],
  ['production', 9, 5, 5],
  ['production', 1, 5, 2],
  ['production', undefined, 1, 1],
  ['staging', undefined, 1, 1],
  ['development', 4, 1, 1],
])('%s with minReplicas %p of %d copies keeps %d at other hours', (tier, minReplicas, minimum, expected) => {
  const schedule = { days: 'weekdays', fromHour: 7, toHour: 19 } as const;
  const spec = endpoint({
    whenIdle: { schedule: minReplicas === undefined ? schedule : { ...schedule, minReplicas } },
  });
  expect(idleMinimum(spec, tier, minimum)).toBe(expected);
});

test('without a schedule the minimum is that of every hour', () => {
  expect(scheduleOf(endpoint({ whenIdle: 'keep-warm' }))).toBeUndefined();
  expect(idleMinimum(endpoint({ whenIdle: 'scale-to-zero' }), 'production', 5)).toBe(5);
});
