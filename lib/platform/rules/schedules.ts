import type { Issue } from '../issue';
import type { ScheduleSpec } from '../schedule';
import { timeZoneIssues } from './traffic';

/** Fields of a line of crontab, with the range of each. */
const fields = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12 },
  { name: 'weekday', from: 0, to: 6 },
] as const;
type Field = (typeof fields)[number];

/** What is wrong with a schedule. */
export function scheduleSpecIssues(path: string, spec: ScheduleSpec): readonly Issue[] {
  if ('everyMinutes' in spec) return [];
  return [...cronIssues(`${path}.cron`, spec.cron), ...timeZoneIssues(path, spec.timeZone)];
}

function cronIssues(path: string, cron: string): readonly Issue[] {
  const values = cron.trim().split(/\s+/);
  const invalid = (message: string, expected: string, fix: string): Issue => ({
    code: 'InvalidSchedule',
    path,
    message,
    got: cron,
    expected,
    fix,
  });
  if (values.length !== fields.length) {
    const names = fields.map(({ name }) => name).join(', ');
    const fix =
      values.length === 6
        ? 'leave the year out: six fields are the form of EventBridge'
        : "write a line such as '0 3 * * 1-5'";
    return [invalid(`a line of crontab has 5 fields, and this has ${values.length}`, `5 fields: ${names}`, fix)];
  }
  const wrong = fields.flatMap((field, index): readonly Issue[] => {
    const value = values[index] ?? '';
    if (value.split(',').every((part) => isRight(part, field))) return [];
    const expected = `*, */n, numbers from ${field.from} to ${field.to}, ranges and lists of them`;
    return [invalid(`the ${field.name} is '${value}'`, expected, `write another ${field.name}`)];
  });
  if (wrong.length > 0 || values[2] === '*' || values[4] === '*') return wrong;
  return [
    invalid(
      'it has a day of the month and a day of the week: crontab takes either, EventBridge refuses both',
      "'*' for one of the two days",
      "write '*' as day or as weekday",
    ),
  ];
}

function isRight(part: string, { from, to }: Field): boolean {
  if (part === '*') return true;
  const step = /^\*\/(\d+)$/.exec(part)?.[1];
  if (step !== undefined) return Number(step) >= 1 && Number(step) <= to;
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
  if (first === undefined) return false;
  const [low, high] = [Number(first), Number(last ?? first)];
  return low >= from && high <= to && low <= high;
}
