import type { ArmFunction, ArmValue } from './arm-value';
import { isListValue, plainValue } from './arm-value';
import { collectionFunctions } from './collection-functions';

/*
 * Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions, read 2026-12-01. Names are compared
 * without case.
 */
const textFunctions: Readonly<Record<string, ArmFunction>> = {
  tolower: ofText((text) => text.toLowerCase()),
  toupper: ofText((text) => text.toUpperCase()),
  trim: ofText((text) => text.trim()),
  replace: ([text, from, to]) =>
    isText(text) && isText(from) && isText(to) && from !== '' ? text.replaceAll(from, () => to) : undefined,
  split: ([text, separators]) => (isText(text) ? split(text, separators) : undefined),
  join: ([list, separator]) =>
    list !== undefined && isListValue(list) && isText(separator) ? list.map(textOf).join(separator) : undefined,
  substring: ([text, start, length]) =>
    isText(text) && isNumber(start) ? text.slice(start, isNumber(length) ? start + length : undefined) : undefined,
  startswith: ofTwoTexts((text, part) => text.startsWith(part)),
  endswith: ofTwoTexts((text, part) => text.endsWith(part)),
  indexof: ([all, part]) =>
    all !== undefined && isListValue(all) ? all.findIndex((item) => same(item, part)) : place(all, part, 'indexOf'),
  lastindexof: ([all, part]) => place(all, part, 'lastIndexOf'),
  padleft: ([text, length, character]) =>
    text !== undefined && isNumber(length)
      ? textOf(text).padStart(Math.min(length, 1_000), isText(character) ? character : ' ')
      : undefined,
  string: ([value]) => (value === undefined ? undefined : textOf(value)),
  base64: ofText((text) => Buffer.from(text, 'utf8').toString('base64')),
  base64tostring: ofText((text) => Buffer.from(text, 'base64').toString('utf8')),
  uricomponent: ofText((text) => encodeURIComponent(text)),
  json: ([text]) => (isText(text) ? json(text) : undefined),
  format: ([pattern, ...values]) => (isText(pattern) ? format(pattern, values) : undefined),
};

const logicFunctions: Readonly<Record<string, ArmFunction>> = {
  true: () => true,
  false: () => false,
  null: () => null,
  not: ([value]) => (typeof value === 'boolean' ? !value : undefined),
  equals: ([one, other]) => same(one, other),
  less: ofOrder((order) => order < 0),
  lessorequals: ofOrder((order) => order <= 0),
  greater: ofOrder((order) => order > 0),
  greaterorequals: ofOrder((order) => order >= 0),
  bool: ([value]) => (isText(value) ? value.toLowerCase() === 'true' || value === '1' : Boolean(value)),
};

const numberFunctions: Readonly<Record<string, ArmFunction>> = {
  int: ([value]) => (isNumber(value) ? Math.trunc(value) : isText(value) ? integer(value) : undefined),
  float: ([value]) => (isNumber(value) ? value : isText(value) ? Number(value) : undefined),
  add: ofNumbers((one, other) => one + other),
  sub: ofNumbers((one, other) => one - other),
  mul: ofNumbers((one, other) => one * other),
  div: ofNumbers((one, other) => (other === 0 ? undefined : Math.trunc(one / other))),
  mod: ofNumbers((one, other) => (other === 0 ? undefined : one % other)),
  min: (args) => extreme(args, Math.min),
  max: (args) => extreme(args, Math.max),
};

/** Functions whose result follows from their arguments, by their name in lower case. */
export const armFunctions: ReadonlyMap<string, ArmFunction> = new Map(
  Object.entries({ ...textFunctions, ...logicFunctions, ...numberFunctions, ...collectionFunctions }),
);

/** Whether two values are equal. Texts are compared with case, objects in any order of keys. */
function same(one: ArmValue | undefined, other: ArmValue | undefined): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: ArmValue | undefined): string {
  if (value === undefined) return '';
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** A value as text: what a string is made of. */
function textOf(value: ArmValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? '' : typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function isText(value: ArmValue | undefined): value is string {
  return typeof value === 'string';
}

function isNumber(value: ArmValue | undefined): value is number {
  return typeof value === 'number';
}

function ofText(change: (text: string) => ArmValue): ArmFunction {
  return ([text]) => (isText(text) ? change(text) : undefined);
}

/** Texts are compared without case. */
function ofTwoTexts(compare: (text: string, part: string) => ArmValue): ArmFunction {
  return ([text, part]) => (isText(text) && isText(part) ? compare(text.toLowerCase(), part.toLowerCase()) : undefined);
}

function ofNumbers(compute: (one: number, other: number) => number | undefined): ArmFunction {
  return ([one, other]) => (isNumber(one) && isNumber(other) ? compute(one, other) : undefined);
}

function ofOrder(judge: (order: number) => boolean): ArmFunction {
  return ([one, other]) => {
    if (isNumber(one) && isNumber(other)) return judge(one - other);
    return isText(one) && isText(other) ? judge(one < other ? -1 : one > other ? 1 : 0) : undefined;
  };
}

function place(text: ArmValue | undefined, part: ArmValue | undefined, how: 'indexOf' | 'lastIndexOf') {
  return isText(text) && isText(part) ? text.toLowerCase()[how](part.toLowerCase()) : undefined;
}

function split(text: string, separators: ArmValue | undefined): ArmValue | undefined {
  const list = separators === undefined ? [] : isListValue(separators) ? separators : [separators];
  if (!list.every(isText) || list.length === 0) return undefined;
  return list.reduce<readonly string[]>((parts, separator) => parts.flatMap((part) => part.split(separator)), [text]);
}

function integer(text: string): number | undefined {
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

function extreme(args: readonly ArmValue[], choose: (...numbers: number[]) => number): number | undefined {
  const [first] = args;
  const numbers = first !== undefined && isListValue(first) ? first : args;
  return numbers.every(isNumber) && numbers.length > 0
    ? numbers.reduce((best: number, next) => choose(best, next), numbers[0] ?? 0)
    : undefined;
}

function json(text: string): ArmValue | undefined {
  try {
    return plainValue(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** `{0}` and `{0:D3}` as in .NET; other forms of a value are not known here. */
function format(pattern: string, values: readonly ArmValue[]): string | undefined {
  const parts = pattern.split(/(\{\{|\}\}|\{\d+(?::[^}]*)?\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    return part === '{{' || part === '}}' ? part.charAt(0) : formatted(part, values);
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}

function formatted(placeholder: string, values: readonly ArmValue[]): string | undefined {
  const [, index = '', style] = /^\{(\d+)(?::(.*))?\}$/.exec(placeholder) ?? [];
  const value = values[Number(index)];
  if (value === undefined) return undefined;
  if (style === undefined) return textOf(value);
  const [, digits] = /^[dD](\d*)$/.exec(style) ?? [];
  return digits === undefined ? undefined : textOf(value).padStart(Math.min(Number(digits), 100), '0');
}
