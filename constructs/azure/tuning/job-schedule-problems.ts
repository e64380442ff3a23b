import { CodedError } from '../../../lib/messages';

/** When a job is started, in the words of Azure Machine Learning. */
export interface CronSchedule {
  /** Five fields: minute, hour, day, month, weekday. */
  readonly cron: string;
  /** Name of Windows, for example `W. Europe Standard Time`: the service takes no IANA name. @default 'UTC' */
  readonly timeZone?: string;
}

/** Characters of all addresses together: NotificationSetting in the API of 2025-12-01. */
const longestEmails = 499;

/** What is checked of a schedule. */
export interface CheckedSchedule {
  readonly schedule: CronSchedule;
  readonly emails: readonly string[];
  readonly instanceType?: string;
  readonly computeId?: unknown;
}

/**
 * Refuses what Azure Machine Learning refuses of a schedule, with every problem at once.
 *
 * @throws CodedError `InvalidProps`
 */
export function refuseSchedule(name: string, { schedule, emails, ...where }: CheckedSchedule): void {
  const fields = schedule.cron.trim().split(/\s+/).length;
  const length = emails.join(',').length;
  const { timeZone = 'UTC' } = schedule;
  const problems = [
    ...(fields === 5 ? [] : [cronProblem(schedule.cron, fields)]),
    ...(timeZone.includes('/')
      ? [
          {
            prop: 'schedule.timeZone',
            got: timeZone,
            expected: 'a time zone name of Windows',
            fix: "write a name such as 'W. Europe Standard Time': an IANA name is refused",
          },
        ]
      : []),
    ...(length <= longestEmails
      ? []
      : [
          {
            prop: 'emails',
            got: `${length} characters`,
            expected: `at most ${longestEmails} characters with their commas`,
            fix: 'name a distribution list',
          },
        ]),
    ...((where.instanceType === undefined) === (where.computeId === undefined)
      ? [
          {
            prop: 'job',
            got: where.computeId === undefined ? 'no compute' : 'two computes',
            expected: 'instanceType for serverless compute, or computeId of a cluster',
            fix: 'name one of them',
          },
        ]
      : []),
  ];
  if (problems.length === 0) return;
  throw new CodedError('InvalidProps', {
    place: name,
    message: 'Azure Machine Learning does not accept this schedule',
    got: problems.map(({ prop, got }) => `${prop}: ${got}`),
    expected: problems.map(({ prop, expected }) => `${prop}: ${expected}`).join('; '),
    fix: problems.map(({ prop, fix }) => `${prop}: ${fix}`).join('; '),
  });
}

function cronProblem(cron: string, fields: number) {
  return {
    prop: 'schedule.cron',
    got: cron,
    expected: `5 fields (minute, hour, day, month, weekday), and this has ${fields}`,
    fix: /^(?:cron|rate)\(/.test(cron)
      ? 'write a line of crontab: this is the form of EventBridge'
      : "write '0 3 * * 0'",
  };
}
