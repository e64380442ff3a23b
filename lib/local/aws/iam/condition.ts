import type { Json } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import { arnMatcher } from './arn-matcher';
import type { RequestContext } from './context';
import { valuesOf } from './context';
import { inIpRange } from './ip-range';
import type { Matcher } from './pattern';
import { filledText, isComplete, patternMatcher } from './pattern';

/** Whether the conditions of a statement hold for a request. */
export type ConditionTest = (context: RequestContext) => boolean;

/** Compiles one expected value of an operator. */
type Comparison = (expected: string, variables: boolean) => Matcher;

const equals = (ignoreCase: boolean): Comparison => {
  return (expected, variables) => patternMatcher(expected, { variables, ignoreCase, literal: true });
};
const like: Comparison = (expected, variables) => patternMatcher(expected, { variables });

/** Compares two values that are read first; a value that cannot be read matches nothing. */
function ordered(read: (text: string) => number, holds: (given: number, expected: number) => boolean): Comparison {
  return (expected, variables) => (given, context) => {
    const text = variables ? filledText(expected, context) : expected;
    const [left, right] = [read(given), text === undefined ? Number.NaN : read(text)];
    return !Number.isNaN(left) && !Number.isNaN(right) && holds(left, right);
  };
}

function number(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** Milliseconds of an ISO 8601 date or of epoch seconds. */
function date(text: string): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

const orders: Readonly<Record<string, (given: number, expected: number) => boolean>> = {
  equals: (given, expected) => given === expected,
  lessthan: (given, expected) => given < expected,
  lessthanequals: (given, expected) => given <= expected,
  greaterthan: (given, expected) => given > expected,
  greaterthanequals: (given, expected) => given >= expected,
};

/**
 * The operators that say what is expected; the negated ones below say what is not.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators" (read 2026-11-30).
 */
const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ['stringequals', equals(false)],
  ['stringequalsignorecase', equals(true)],
  ['stringlike', like],
  ['bool', equals(true)],
  ['binaryequals', equals(false)],
  ['ipaddress', (expected) => (given) => inIpRange(given, expected)],
  ['arnequals', arnMatcher],
  ['arnlike', arnMatcher],
  ...Object.entries(orders).map(([name, holds]) => [`numeric${name}`, ordered(number, holds)] as const),
  ...Object.entries(orders).map(([name, holds]) => [`date${name}`, ordered(date, holds)] as const),
]);

const negated: ReadonlyMap<string, string> = new Map([
  ['stringnotequals', 'stringequals'],
  ['stringnotequalsignorecase', 'stringequalsignorecase'],
  ['stringnotlike', 'stringlike'],
  ['numericnotequals', 'numericequals'],
  ['datenotequals', 'dateequals'],
  ['notipaddress', 'ipaddress'],
  ['arnnotequals', 'arnequals'],
  ['arnnotlike', 'arnlike'],
]);

/** Compiles the `Condition` block of a statement: every key of every operator must hold. An unknown operator never holds. */
export function conditionTest(block: Json | undefined, variables: boolean): ConditionTest {
  if (!isObject(block)) return () => block === undefined;
  const tests = Object.entries(block).flatMap(([operator, keys]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, expected]) => keyTest(operator.toLowerCase(), key, texts(expected), variables))
      : [() => false],
  );
  return (context) => tests.every((holds) => holds(context));
}

function keyTest(operator: string, key: string, expected: readonly string[], variables: boolean): ConditionTest {
  const [, quantifier, name = '', ifExists] = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(operator) ?? [];
  if (name === 'null') {
    return (context) => {
      const absent = String((valuesOf(context, key) ?? []).length === 0);
      return expected.some((value) => value.toLowerCase() === absent);
    };
  }
  const positive = negated.get(name);
  const comparison = comparisons.get(positive ?? name);
  if (comparison === undefined) return () => false;
  const matchers = expected.map((value) => comparison(value, variables));
  const holdsFor = (value: string, context: RequestContext): boolean =>
    matchers.some((matches) => matches(value, context)) === (positive === undefined);
  // What a variable without a value is not equal to, nobody can say.
  const unknown = (context: RequestContext): boolean =>
    variables && positive !== undefined && !expected.every((value) => isComplete(value, context));
  return (context) => {
    if (unknown(context)) return false;
    const values = valuesOf(context, key);
    if (values === undefined || values.length === 0) {
      if (ifExists !== undefined) return true;
      return quantifier === undefined ? positive !== undefined : quantifier === 'forallvalues';
    }
    return quantifier === 'foranyvalue'
      ? values.some((value) => holdsFor(value, context))
      : values.every((value) => holdsFor(value, context));
  };
}

function texts(value: Json): readonly string[] {
  return (isList(value) ? value : [value]).flatMap((element) => scalarText(element) ?? []);
}
