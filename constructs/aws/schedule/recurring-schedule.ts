import { scheduleExpression } from '../../../lib/constraints/services/schedule-expression';
import type { PropProblem } from '../props/prop-problem';

/** When something is started again and again. */
export interface RecurringSchedule {
  /** `rate(1 day)`, or `cron(0 3 * * ? *)` with six fields: minute, hour, day, month, weekday, year. */
  readonly expression: string;
  /** IANA name, in which a `cron` counts; daylight saving time is followed. @default 'UTC' */
  readonly timeZone?: string;
}

/** What EventBridge Scheduler refuses of a schedule, and a schedule that starts once. */
export function scheduleProblems(
  prop: string,
  { expression, timeZone = 'UTC' }: RecurringSchedule,
): readonly PropProblem[] {
  return [...expressionProblems(`${prop}.expression`, expression), ...zoneProblems(`${prop}.timeZone`, timeZone)];
}

function expressionProblems(prop: string, expression: string): readonly PropProblem[] {
  if (!/^(?:rate|cron)\(.*\)$/.test(expression)) {
    const expected = 'rate(…) or cron(…): a schedule that starts again and again';
    return [{ prop, got: expression, expected, fix: 'write rate(1 day), or cron(0 3 * * ? *)' }];
  }
  const resource = {
    type: 'AWS::Scheduler::Schedule',
    logicalId: prop,
    properties: { ScheduleExpression: expression },
  };
  return scheduleExpression
    .check(resource, nothingKnown)
    .map(({ problem, fix }) => ({ prop, got: expression, expected: problem, fix }));
}

/** The grammar of an expression depends on nothing else. */
const nothingKnown = {
  named: () => 'unknown' as const,
  list: () => [],
  holdsObject: () => undefined,
};

function zoneProblems(prop: string, timeZone: string): readonly PropProblem[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    const expected = "'UTC' or an IANA name of area and place";
    return [{ prop, got: timeZone, expected, fix: "write a name such as 'Europe/Berlin'" }];
  }
}
