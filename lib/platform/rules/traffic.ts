import type { TrafficSpec } from '../endpoint';
import type { Issue } from '../issue';
import { didYouMean } from '../suggest';

/** UTC, or area and place of the IANA time-zone database, each with an upper-case letter. */
const timeZone = /^(UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]+){1,2})$/;
const hoursOfDay = 24;

/** The load over the week is written once, has 24 hours a day, and reaches the peak. */
export function trafficIssues(path: string, traffic: TrafficSpec): readonly Issue[] {
  return [...length(path, traffic), ...week(path, traffic), ...zone(path, traffic)];
}

function length(path: string, { inputTokens, outputTokens, maxTokens }: TrafficSpec): readonly Issue[] {
  const typical = inputTokens + outputTokens;
  if (maxTokens === undefined || maxTokens >= typical) return [];
  return [
    {
      code: 'MaxTokensBelowTypical',
      path: `${path}.maxTokens`,
      message: `the longest request and answer are shorter than a typical one (${typical} tokens)`,
      got: maxTokens,
      expected: `at least ${typical}`,
      fix: `raise maxTokens to ${typical} or more, or remove it`,
    },
  ];
}

function week(path: string, traffic: TrafficSpec): readonly Issue[] {
  const { week: shape, hoursPerDay } = traffic;
  if (shape === undefined) return [];
  const days = [day(`${path}.week.weekday`, shape.weekday), day(`${path}.week.weekend`, shape.weekend)].flat();
  const highest = Math.max(0, ...shape.weekday, ...shape.weekend);
  return [
    ...(hoursPerDay === undefined
      ? []
      : [
          {
            code: 'TrafficShapeTwice',
            path: `${path}.hoursPerDay`,
            message: 'the load over the day is written twice, and the two can disagree',
            got: hoursPerDay,
            expected: 'week or hoursPerDay',
            fix: `remove ${path}.hoursPerDay: the week is more exact`,
          } satisfies Issue,
        ]),
    ...(days.length > 0 || highest === 1 ? days : [belowPeak(`${path}.week`, highest, traffic)]),
  ];
}

function day(path: string, hours: readonly number[]): readonly Issue[] {
  const wrong = hours.findIndex((fraction) => !(fraction >= 0 && fraction <= 1));
  if (wrong >= 0) {
    return [
      {
        code: 'InvalidWeek',
        path: `${path}[${wrong}]`,
        message: 'the load of an hour is not a fraction of the peak',
        got: hours[wrong],
        expected: 'a number from 0 to 1',
        fix: 'divide the requests in flight of the hour by peakConcurrency',
      },
    ];
  }
  if (hours.length === hoursOfDay) return [];
  return [
    {
      code: 'InvalidWeek',
      path,
      message: `the day does not have ${hoursOfDay} hours`,
      got: hours.length,
      expected: `${hoursOfDay} numbers, the first for 0:00 to 1:00`,
      fix:
        hours.length < hoursOfDay
          ? `write ${hoursOfDay - hours.length} more`
          : `remove ${hours.length - hoursOfDay} of them`,
    },
  ];
}

function belowPeak(path: string, highest: number, { peakConcurrency }: TrafficSpec): Issue {
  const actual = Math.max(1, Math.round(peakConcurrency * highest));
  return {
    code: 'InvalidWeek',
    path,
    message: `no hour reaches the peak: the busiest hour has ${highest} of it`,
    got: highest,
    expected: 'at least one hour with 1',
    fix: `divide every hour by ${highest} and set peakConcurrency to ${actual}, or write 1 for the busiest hour`,
  };
}

function zone(path: string, { timeZone: written }: TrafficSpec): readonly Issue[] {
  return timeZoneIssues(path, written);
}

/** Whether `timeZone` below a path names a zone. @param written - undefined where the config has none */
export function timeZoneIssues(path: string, written: string | undefined): readonly Issue[] {
  if (written === undefined || (timeZone.test(written) && exists(written))) return [];
  return [
    {
      code: 'InvalidTimeZone',
      path: `${path}.timeZone`,
      message: 'not the name of a time zone',
      got: written,
      expected: `'UTC' or an IANA name of area and place, for example 'Europe/Berlin'`,
      fix: didYouMean(
        written,
        Intl.supportedValuesOf('timeZone'),
        'write area and place: an offset or abbreviation ignores daylight saving time',
      ),
    },
  ];
}

/** Whether the time-zone database of Node has the zone. */
function exists(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
