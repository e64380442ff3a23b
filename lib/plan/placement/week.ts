import type { IdleSchedule, TrafficSpec } from '../../spec';

/** Hours of a week that are alike. */
export interface WeekHours {
  /** Hours a week; a part of one where traffic ends in the middle. */
  readonly hours: number;
  /** Requests in flight as a fraction of the peak. */
  readonly load: number;
  /** Whether the planned minimum runs; false at the other hours of a schedule. */
  readonly busy: boolean;
}

type Writable = { -readonly [K in keyof WeekHours]: WeekHours[K] };

const days = 7;
const workdays = 5;
const hoursOfDay = 24;
export const hoursPerWeek = days * hoursOfDay;

/** A week in the time zone of the traffic, hours that are alike together. */
export function hoursOfWeek(traffic: TrafficSpec, schedule?: IdleSchedule): readonly WeekHours[] {
  const alike: Writable[] = [];
  // Days of one kind are the same.
  for (const [weekday, count] of [
    [true, workdays],
    [false, days - workdays],
  ] as const) {
    for (let hour = 0; hour < hoursOfDay; hour++) {
      const busy = schedule === undefined || isBusy(schedule, weekday, hour);
      for (const { hours, load } of loadOf(traffic, weekday, hour, schedule)) {
        const same = alike.find((row) => row.load === load && row.busy === busy);
        if (same === undefined) alike.push({ load, busy, hours: hours * count });
        else same.hours += hours * count;
      }
    }
  }
  return alike;
}

/** Mean load over a week, as a fraction of the peak. */
export function meanLoad(week: readonly WeekHours[]): number {
  return week.reduce((sum, { hours, load }) => sum + hours * load, 0) / hoursPerWeek;
}

function isBusy({ days: on, fromHour, toHour }: IdleSchedule, weekday: boolean, hour: number): boolean {
  return (on === 'every-day' || weekday) && hour >= fromHour && hour < toHour;
}

function loadOf(
  { week, hoursPerDay = hoursOfDay }: TrafficSpec,
  weekday: boolean,
  hour: number,
  schedule: IdleSchedule | undefined,
): readonly Pick<WeekHours, 'hours' | 'load'>[] {
  if (week !== undefined) return [{ hours: 1, load: (weekday ? week.weekday : week.weekend)[hour] ?? 0 }];
  // How many hours is written, not which: they are taken to begin with those of the schedule.
  const first = Math.min(schedule?.fromHour ?? 0, Math.floor(hoursOfDay - hoursPerDay));
  const loaded = Math.min(1, Math.max(0, hoursPerDay - (hour - first)));
  if (hour < first || loaded === 0) return [{ hours: 1, load: 0 }];
  return loaded === 1
    ? [{ hours: 1, load: 1 }]
    : [
        { hours: loaded, load: 1 },
        { hours: 1 - loaded, load: 0 },
      ];
}
