import type { Constraint } from '../constraint';
import { scalarText } from '../json';
import { cronProblem } from './cron';
import { placesAt } from './places';

interface ScheduleRow {
  readonly path: string;
  /** Forms that the service takes. */
  readonly forms: readonly ('rate' | 'cron' | 'at')[];
  /** Whether a rate of one needs the singular, and any other the plural. */
  readonly grammatical: boolean;
  /** The service's words in front of the reason; `{}` is the expression. */
  readonly refusal: string;
}

/**
 * Sources, 2026-11-30: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html (singular and plural),
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html. EventBridge Scheduler says nothing about singular
 * and plural, and public examples use `rate(1 hours)` there.
 */
const rows: Readonly<Record<string, ScheduleRow>> = {
  'AWS::Events::Rule': {
    path: 'ScheduleExpression',
    forms: ['rate', 'cron'],
    grammatical: true,
    refusal: 'Parameter ScheduleExpression is not valid.',
  },
  'AWS::Scheduler::Schedule': {
    path: 'ScheduleExpression',
    forms: ['rate', 'cron', 'at'],
    grammatical: false,
    refusal: 'Invalid Schedule Expression {}.',
  },
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    path: 'ScheduledActions/*/Schedule',
    forms: ['rate', 'cron', 'at'],
    grammatical: false,
    refusal: 'Invalid schedule: {}.',
  },
};

const examples = { rate: 'rate(5 minutes)', cron: 'cron(0 12 * * ? *)', at: 'at(2030-01-31T12:00:00)' } as const;

/** What is wrong with an expression, and how to write it. */
function wrong(text: string, { forms, grammatical }: ScheduleRow): readonly [string, string] | undefined {
  const [, form, inner = ''] = /^(rate|cron|at)\((.*)\)$/.exec(text) ?? [];
  const known = forms.find((one) => one === form);
  if (known === undefined) {
    const all = forms.map((one) => examples[one]).join(', ');
    return [`The expression is '${text}', expected a form such as ${all}`, `Write one of ${all}.`];
  }
  if (known === 'cron') return cronProblem(inner);
  if (known === 'at') {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(inner)
      ? undefined
      : [`The time is '${inner}', expected yyyy-mm-ddThh:mm:ss without zone`, `Write ${examples.at}.`];
  }
  const [, value = '', unit = '', plural] = /^([1-9]\d*)\s+(minute|hour|day)(s)?$/.exec(inner) ?? [];
  if (value === '') {
    return [`The rate is '${inner}', expected a positive number and minutes, hours or days`, `Write ${examples.rate}.`];
  }
  if (!grammatical || (value === '1') === (plural === undefined)) return undefined;
  const right = `rate(${value} ${unit}${value === '1' ? '' : 's'})`;
  return [`The rate is '${inner}', expected ${right}`, `Write ${right}.`];
}

/** The expression of a schedule has the form that its service reads. */
export const scheduleExpression: Constraint = {
  id: 'schedule-expression',
  types: Object.keys(rows),
  source: {
    url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
    asOf: '2026-11-30',
  },
  check: ({ type, properties }) => {
    const row = rows[type];
    if (row === undefined) return [];
    return placesAt(properties, row.path).flatMap(({ pointer, value }) => {
      const text = scalarText(value);
      const found = text === undefined || text === '' ? undefined : wrong(text, row);
      if (found === undefined) return [];
      const [problem, fix] = found;
      return [{ pointer, problem: `${row.refusal.replace('{}', () => String(text))} ${problem}`, fix }];
    });
  },
};
