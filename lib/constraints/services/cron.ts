interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Names that stand for numbers, the first for `from`. */
  readonly names?: readonly string[];
  /** What a value may be beside numbers and names. */
  readonly special?: RegExp;
}

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html, 2026-11-30. */
const fields: readonly Field[] = [
  { name: 'minutes', from: 0, to: 59 },
  { name: 'hours', from: 0, to: 23 },
  { name: 'day-of-month', from: 1, to: 31, special: /^(?:\?|L|L-\d{1,2}|LW|\d{1,2}W)$/ },
  {
    name: 'month',
    from: 1,
    to: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  {
    name: 'day-of-week',
    from: 1,
    to: 7,
    names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    special: /^(?:\?|L|(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)L|(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)#[1-5])$/i,
  },
  { name: 'year', from: 1970, to: 2199 },
];

function inRange(value: string, { from, to, names }: Field): boolean {
  if (names?.includes(value.toUpperCase()) === true) return true;
  return /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to;
}

/** Whether one of the values between commas is right: `*`, a value, a range, or any of them with a step. */
function isRight(part: string, field: Field): boolean {
  if (field.special?.test(part) === true) return true;
  const [range = '', step, ...rest] = part.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*') return true;
  const [from = '', to, ...more] = range.split('-');
  return more.length === 0 && inRange(from, field) && (to === undefined || inRange(to, field));
}

/** What is wrong with the fields of a cron expression of EventBridge, and how to write it; undefined when nothing is. */
export function cronProblem(inner: string): readonly [problem: string, fix: string] | undefined {
  const values = inner.trim().split(/\s+/);
  if (values.length !== fields.length) {
    return [
      `The cron has ${values.length} fields, expected 6: ${fields.map(({ name }) => name).join(' ')}`,
      'Write six fields, such as cron(0 12 * * ? *).',
    ];
  }
  for (const [index, field] of fields.entries()) {
    const value = values[index] ?? '';
    if (!value.split(',').every((part) => isRight(part, field))) {
      return [
        `The ${field.name} of the cron is '${value}', expected values from ${field.from} to ${field.to}`,
        `Write another ${field.name}.`,
      ];
    }
  }
  if (values[2] !== '?' && values[4] !== '?') {
    return [
      `The cron has day-of-month '${values[2] ?? ''}' and day-of-week '${values[4] ?? ''}', expected '?' as day-of-month or day-of-week`,
      "Write '?' for one of the two days.",
    ];
  }
  return undefined;
}
