import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';

/** Whether an event is one that a rule is for. */
type EventMatcher = (event: Json) => boolean;

/** A test of the values at one place of an event; none where the event has nothing there. */
type LeafTest = (values: readonly Json[]) => boolean;
type TextTest = (text: string) => boolean;

/** A pattern, or a part of it, that is not read. */
export class UnreadPattern extends Error {}

const mostDepth = 50;

/**
 * Reads the pattern of a rule. Source: Amazon EventBridge User Guide, "Comparison operators" (not compared with the page).
 * @throws UnreadPattern for an operator that is not known, with its name
 */
export function eventMatcher(pattern: Json, depth = 0): EventMatcher {
  if (!isObject(pattern) || depth > mostDepth) throw new UnreadPattern('a pattern is an object of fields');
  const parts = Object.entries(pattern).map(([field, condition]): EventMatcher => {
    if (field === '$or' && isList(condition)) {
      const any = condition.map((part) => eventMatcher(part, depth + 1));
      return (event) => any.some((matches) => matches(event));
    }
    if (isObject(condition)) {
      const below = eventMatcher(condition, depth + 1);
      return (event) => valuesAt(event, field).some(below) || (valuesAt(event, field).length === 0 && below({}));
    }
    if (!isList(condition) || condition.length === 0) throw new UnreadPattern(`${field} has no list of values`);
    const tests = condition.map(leafTest);
    return (event) => tests.some((test) => test(valuesAt(event, field)));
  });
  return (event) => parts.every((matches) => matches(event));
}

/** The values of a field: each element of a list, and the field of each object of a list. */
function valuesAt(event: Json, field: string): readonly Json[] {
  if (isList(event)) return event.flatMap((element) => valuesAt(element, field));
  const value = isObject(event) && Object.hasOwn(event, field) ? event[field] : undefined;
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function leafTest(wanted: Json): LeafTest {
  if (!isObject(wanted)) return (values) => values.some((value) => value === wanted);
  const [operator = '', ...more] = Object.keys(wanted);
  const operand = wanted[operator] ?? null;
  if (more.length > 0) throw new UnreadPattern(`${Object.keys(wanted).join(', ')}: one operator at a time`);
  if (operator === 'exists') return (values) => values.some((value) => !isObject(value)) === operand;
  if (operator === 'numeric') {
    const test = numericTest(operand);
    return (values) => values.some((value) => typeof value === 'number' && test(value));
  }
  if (operator === 'anything-but') {
    const test = excluded(operand);
    return (values) => values.length > 0 && values.every((value) => !test(value));
  }
  const test = textTest(operator, operand);
  return (values) => values.some((value) => typeof value === 'string' && test(value));
}

/** What `anything-but` leaves out: values, or texts that pass a test. */
function excluded(operand: Json): (value: Json) => boolean {
  const given = isList(operand) ? operand : [operand];
  const tests = given.map((one): ((value: Json) => boolean) => {
    if (!isObject(one)) return (value) => value === one;
    const [operator = ''] = Object.keys(one);
    const inner = one[operator] ?? null;
    const test = (isList(inner) ? inner : [inner]).map((text) => textTest(operator, text));
    return (value) => typeof value === 'string' && test.some((passes) => passes(value));
  });
  return (value) => tests.some((test) => test(value));
}

function textTest(operator: string, operand: Json): TextTest {
  if (isObject(operand) && (operator === 'prefix' || operator === 'suffix')) {
    const inner = operand['equals-ignore-case'];
    if (typeof inner !== 'string') throw new UnreadPattern(`${operator} with ${Object.keys(operand).join(', ')}`);
    const plain = textTest(operator, inner.toLowerCase());
    return (text) => plain(text.toLowerCase());
  }
  if (typeof operand !== 'string') throw new UnreadPattern(`the operator ${operator} with ${JSON.stringify(operand)}`);
  switch (operator) {
    case 'prefix':
      return (text) => text.startsWith(operand);
    case 'suffix':
      return (text) => text.endsWith(operand);
    case 'equals-ignore-case':
      return (text) => text.toLowerCase() === operand.toLowerCase();
    case 'wildcard':
      return wildcard(operand);
    default:
      throw new UnreadPattern(`the operator ${operator}`);
  }
}

/** `*` is any text. The parts between are looked for one after the other, which no text makes slow. */
function wildcard(pattern: string): TextTest {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}

function numericTest(operand: Json): (value: number) => boolean {
  const parts = isList(operand) ? operand : [];
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [order, limit] = [parts[at], parts[at + 1]];
    if (typeof limit !== 'number') throw new UnreadPattern(`numeric with ${JSON.stringify(operand)}`);
    tests.push(orderTest(order ?? null, limit));
  }
  if (tests.length === 0 || parts.length % 2 === 1) throw new UnreadPattern(`numeric with ${JSON.stringify(operand)}`);
  return (value) => tests.every((test) => test(value));
}

function orderTest(order: Json, limit: number): (value: number) => boolean {
  switch (order) {
    case '=':
      return (value) => value === limit;
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    default:
      throw new UnreadPattern(`numeric with ${JSON.stringify(order)}`);
  }
}

/** An event as rules and targets see it. */
export type BusEvent = JsonObject;
