import { hoursOfWeek, hoursPerWeek, meanLoad } from '../../../../lib/plan/endpoint/week';
import type { IdleSchedule, TrafficSpec } from '../../../../lib/platform';

const load = { peakConcurrency: 10, inputTokens: 100, outputTokens: 10 };
const day = (...busy: readonly number[]): readonly number[] =>
  Array.from({ length: 24 }, (_, hour) => (busy.includes(hour) ? 1 : 0));
const working: IdleSchedule = { days: 'weekdays', fromHour: 9, toHour: 17 };

/** Hours a week by load and whether the planned minimum runs. */
const rows: readonly (readonly [string, TrafficSpec, IdleSchedule | undefined, Readonly<Record<string, number>>])[] = [
  ['all day without a word', load, undefined, { '1 busy': 168 }],
  ['six hours of every day', { ...load, hoursPerDay: 6 }, undefined, { '1 busy': 42, '0 busy': 126 }],
  ['seven and a half hours', { ...load, hoursPerDay: 7.5 }, undefined, { '1 busy': 52.5, '0 busy': 115.5 }],
  [
    'three hours of a weekday and one of a weekend',
    { ...load, week: { weekday: day(9, 10, 11), weekend: day(10) } },
    undefined,
    { '1 busy': 17, '0 busy': 151 },
  ],
  ['the hours of a schedule', load, working, { '1 busy': 40, '1 quiet': 128 }],
  [
    'hours without a place in the day, which begin with those of the schedule',
    { ...load, hoursPerDay: 8 },
    { ...working, days: 'every-day' },
    { '1 busy': 56, '0 quiet': 112 },
  ],
  [
    'more hours than follow the beginning of the schedule',
    { ...load, hoursPerDay: 20 },
    { ...working, days: 'every-day' },
    { '1 busy': 56, '1 quiet': 84, '0 quiet': 28 },
  ],
];

test.each(rows)('a week holds %s', (_title, traffic, schedule, expected) => {
  const week = hoursOfWeek(traffic, schedule);
  const found = week.map(({ hours, load: part, busy }) => [`${part} ${busy ? 'busy' : 'quiet'}`, hours]);
  expect(Object.fromEntries(found)).toEqual(expected);
  expect(week.reduce((sum, { hours }) => sum + hours, 0)).toBe(hoursPerWeek);
});

test.each([
  [load, 1],
  [{ ...load, hoursPerDay: 12 }, 0.5],
  [{ ...load, week: { weekday: day(...Array.from({ length: 24 }, (_, h) => h)), weekend: day() } }, 5 / 7],
] as const)('the mean load of %j is %d of the peak', (traffic, mean) => {
  expect(meanLoad(hoursOfWeek(traffic))).toBeCloseTo(mean, 10);
});
