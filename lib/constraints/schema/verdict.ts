import type { Json } from '../json';
import type { Violation } from './violation';

/** What a schema says about a value. */
export interface Verdict {
  readonly violations: readonly Violation[];
  /** Whether a function that is not resolved hides a part of the value. */
  readonly unknown: boolean;
}

export const fits: Verdict = { violations: [], unknown: false };
export const unknown: Verdict = { violations: [], unknown: true };

/** Every violation of several verdicts. */
export function joined(verdicts: readonly Verdict[]): Verdict {
  const telling = verdicts.filter((verdict) => verdict !== fits);
  const [first] = telling;
  if (first === undefined) return fits;
  if (telling.length === 1) return first;
  return {
    violations: telling.flatMap(({ violations }) => violations),
    unknown: telling.some((verdict) => verdict.unknown),
  };
}

/** One violation, or none. */
export function say(rule: string | undefined, pointer: string, keyword = 'enum'): Verdict {
  return rule === undefined ? fits : { violations: [{ pointer, rule, keyword }], unknown: false };
}

/** A rule of which CloudFormation does not show the value. */
export function hidden(keyword: string, given: Json, expected: string): string {
  return `failed validation constraint for keyword [${keyword}] (given ${short(given)}, expected ${expected})`;
}

/** A value as far as a line shows it. */
export function short(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
