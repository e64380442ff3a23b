import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import type { PathRoots } from './json-path';
import { pathValue, requiredValue } from './json-path';
import { runtimeError } from './state-error';

type Order = (left: number | string, right: number | string) => boolean;

const orders: readonly (readonly [string, Order])[] = [
  ['GreaterThanEquals', (left, right) => left >= right],
  ['LessThanEquals', (left, right) => left <= right],
  ['GreaterThan', (left, right) => left > right],
  ['LessThan', (left, right) => left < right],
  ['Equals', (left, right) => left === right],
];
const kinds: Readonly<Record<string, (value: Json | undefined) => boolean>> = {
  IsBoolean: (value) => typeof value === 'boolean',
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === 'number',
  IsPresent: (value) => value !== undefined,
  IsString: (value) => typeof value === 'string',
  IsTimestamp: (value) => timeOf(value) !== undefined,
};

/** Whether data meet a rule of a Choice state. Source: Amazon States Language, "Choice state" (not compared with the page). @throws StateError */
export function meetsRule(rule: JsonObject, roots: PathRoots): boolean {
  const { And: all, Or: any, Not: not } = rule;
  if (isList(all)) return all.every((part) => isObject(part) && meetsRule(part, roots));
  if (isList(any)) return any.some((part) => isObject(part) && meetsRule(part, roots));
  if (isObject(not)) return !meetsRule(not, roots);
  const operator = Object.keys(rule).find((name) => !['Variable', 'Next', 'Comment', 'Assign'].includes(name)) ?? '';
  const path = typeof rule['Variable'] === 'string' ? rule['Variable'] : '';
  if (Object.hasOwn(kinds, operator)) return kinds[operator]?.(pathValue(path, roots)) === rule[operator];
  const given = rule[operator] ?? null;
  const byPath = operator.endsWith('Path');
  const wanted = byPath && typeof given === 'string' ? requiredValue(given, roots) : given;
  return compared(byPath ? operator.slice(0, -4) : operator, requiredValue(path, roots), wanted);
}

function compared(operator: string, value: Json, wanted: Json): boolean {
  if (operator === 'BooleanEquals') return typeof value === 'boolean' && value === wanted;
  if (operator === 'StringMatches')
    return typeof value === 'string' && typeof wanted === 'string' && patternOf(wanted).test(value);
  const type = ['String', 'Numeric', 'Timestamp'].find((name) => operator.startsWith(name)) ?? '';
  const order = orders.find(([name]) => operator === `${type}${name}`)?.[1];
  if (type === '' || order === undefined) throw runtimeError(`${operator} is no comparison of a Choice state`);
  const [left, right] = [typed(type, value), typed(type, wanted)];
  return left !== undefined && right !== undefined && order(left, right);
}

function typed(type: string, value: Json): number | string | undefined {
  if (type === 'Timestamp') return timeOf(value);
  return typeof value === (type === 'String' ? 'string' : 'number') &&
    (typeof value === 'string' || typeof value === 'number')
    ? value
    : undefined;
}

/** Milliseconds of a text in RFC 3339; undefined for other values. */
function timeOf(value: Json | undefined): number | undefined {
  const time =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(value)
      ? Date.parse(value)
      : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** `*` is any text, `\\*` the character. */
function patternOf(text: string): RegExp {
  const source = text.replace(/\\\\|\\\*|\*|[\\^$.|?+()[\]{}]/g, (part) =>
    part === '*' ? '[\\s\\S]*' : part.length === 2 ? part : `\\${part}`,
  );
  return new RegExp(`^${source}$`);
}
