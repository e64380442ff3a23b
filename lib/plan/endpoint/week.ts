import type { IdleSchedule, TrafficSpec } from '../../platform';

/** Hours of a week with the same load. */
export interface WeekHours {
  /** Hours a week; a fraction where traffic ends within an hour. */
  readonly hours: number;
  /** Requests in flight as a fraction of the peak. */
  readonly load: number;
  /** Whether the planned minimum runs; false outside the busy hours of a schedule. */
  readonly busy: boolean;
}

type Writable = { -readonly [K in keyof WeekHours]: WeekHours[K] };

const days = 7;
const workdays = 5;
const hoursOfDay = 24;
/** Hours of a week. */
export const hoursPerWeek = days * hoursOfDay;

/** A week in the time zone of the traffic, hours of the same load together. */
export function hoursOfWeek(traffic: TrafficSpec, schedule?: IdleSchedule): readonly WeekHours[] {
  const alike: Writable[] = [];
  for (const weekday of [true, false]) {
    const count = weekday ? workdays : days - workdays;
    const written = weekday ? traffic.week?.weekday : traffic.week?.weekend;
    for (let hour = 0; hour < hoursOfDay; hour++) {
      const busy = schedule === undefined || isBusy(schedule, weekday, hour);
      if (written !== undefined) {
        add(alike, count, written[hour] ?? 0, busy);
        continue;
      }
      const loaded = loadedPart(traffic, hour, schedule);
      if (loaded > 0) add(alike, loaded * count, 1, busy);
      if (loaded < 1) add(alike, (1 - loaded) * count, 0, busy);
    }
  }
  return alike;
}

function add(alike: Writable[], hours: number, load: number, busy: boolean): void {
  for (const row of alike) {
    if (row.load !== load || row.busy !== busy) continue;
    row.hours += hours;
    return;
  }
  alike.push({ hours, load, busy });
}

/** Mean load over a week, as a fraction of the peak. */
export function meanLoad(week: readonly WeekHours[]): number {
  return week.reduce((sum, { hours, load }) => sum + hours * load, 0) / hoursPerWeek;
}

function isBusy({ days: on, fromHour, toHour }: IdleSchedule, weekday: boolean, hour: number): boolean {
  return (on === 'every-day' || weekday) && hour >= fromHour && hour < toHour;
}

/** Fraction of an hour with traffic, where a spec gives a number of hours a day. */
function loadedPart(
  { hoursPerDay = hoursOfDay }: TrafficSpec,
  hour: number,
  schedule: IdleSchedule | undefined,
): number {
  // The spec gives a number of hours and not which: they are assumed to start with the busy hours of the schedule.
  const first = Math.min(schedule?.fromHour ?? 0, Math.floor(hoursOfDay - hoursPerDay));
  return hour < first ? 0 : Math.min(1, Math.max(0, hoursPerDay - (hour - first)));
}
