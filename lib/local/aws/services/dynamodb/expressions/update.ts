import { addDecimals, decimalOf, decimalText } from '../decimal';
import type { AttributeMap, AttributeValue } from '../values';
import { invalid } from '../values';
import type { Path, Substitutions } from './parser';
import { Parser } from './parser';
import { assertDisjoint, valueAt } from './paths';

/** What SET gives to a path. */
type Source =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'if_not_exists'; readonly path: Path; readonly otherwise: Source }
  | { readonly kind: 'list_append' | '+' | '-'; readonly left: Source; readonly right: Source };

/** One change of an update. */
export type UpdateAction =
  | { readonly kind: 'SET'; readonly path: Path; readonly source: Source }
  | { readonly kind: 'REMOVE'; readonly path: Path }
  | { readonly kind: 'ADD' | 'DELETE'; readonly path: Path; readonly value: AttributeValue };

const clauses = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;
const what = 'UpdateExpression';

/** Reads an update: each clause once, no path at or below another. @throws ServiceError (ValidationException) */
export function parseUpdate(text: string, given: Substitutions): readonly UpdateAction[] {
  const parser = new Parser(text, what, given);
  const seen = new Set<string>();
  const actions: UpdateAction[] = [];
  while (parser.peek().kind !== 'end') {
    const clause = clauses.find((word) => parser.keyword(word));
    if (clause === undefined) return parser.fail();
    if (seen.has(clause))
      throw invalid(`Invalid ${what}: The "${clause}" section can only be used once in an update expression;`);
    seen.add(clause);
    actions.push(...parser.list(() => action(clause, parser)));
  }
  assertDisjoint(
    actions.map(({ path }) => path),
    what,
  );
  return actions;
}

function action(kind: (typeof clauses)[number], parser: Parser): UpdateAction {
  const path = parser.path();
  if (kind === 'REMOVE') return { kind, path };
  if (kind === 'SET') {
    parser.expect('=');
    return { kind, path, source: sum(parser) };
  }
  const token = parser.take();
  if (token.kind !== 'value') parser.fail(token);
  const value = parser.given.value(token.text, what);
  const takes = kind === 'ADD' ? ['N', 'SS', 'NS', 'BS'] : ['SS', 'NS', 'BS'];
  if (!takes.includes(value.type)) throw wrongOperand(kind, value.type);
  return { kind, path, value };
}

function sum(parser: Parser): Source {
  const left = source(parser);
  for (const kind of ['+', '-'] as const) {
    if (!parser.symbol(kind)) continue;
    const right = source(parser);
    for (const side of [left, right])
      if (side.kind === 'value' && side.value.type !== 'N') throw wrongOperand(kind, side.value.type);
    return { kind, left, right };
  }
  return left;
}

function source(parser: Parser): Source {
  const token = parser.peek();
  if (token.kind === 'value') return { kind: 'value', value: parser.given.value(parser.take().text, what) };
  if (parser.peek(1).text !== '(') return { kind: 'path', path: parser.path() };
  const { text: name } = parser.take();
  if (name !== 'if_not_exists' && name !== 'list_append')
    throw invalid(`Invalid ${what}: Invalid function name; function: ${name}`);
  parser.expect('(');
  const left = source(parser);
  parser.expect(',');
  const right = source(parser);
  parser.expect(')');
  if (name === 'list_append') return { kind: name, left, right };
  if (left.kind === 'path') return { kind: name, path: left.path, otherwise: right };
  throw invalid(`Invalid ${what}: Operator or function requires a document path; operator or function: if_not_exists`);
}

function wrongOperand(operator: string, type: string) {
  return invalid(
    `Invalid ${what}: Incorrect operand type for operator or function; operator: ${operator}, operand type: ${type}`,
  );
}

/**
 * An item after an update. Everything is read from the item before it. @throws ServiceError (ValidationException) for a path
 * or a type that the item does not have
 */
export function updated(before: AttributeMap, actions: readonly UpdateAction[]): AttributeMap {
  const writes = actions.flatMap((change): readonly (readonly [Path, AttributeValue | undefined])[] => {
    if (change.kind === 'SET') return [[change.path, evaluated(change.source, before)]];
    if (change.kind === 'REMOVE') return [[change.path, undefined]];
    const found = valueAt(before, change.path);
    if (change.kind === 'ADD') return [[change.path, found === undefined ? change.value : added(found, change.value)]];
    return found === undefined ? [] : [[change.path, without(found, change.value)]];
  });
  // Elements of a list are removed from the last to the first: a position names an element of the item before.
  const sets = writes.filter(([, value]) => value !== undefined);
  const removals = writes
    .filter(([, value]) => value === undefined)
    .sort(([left], [right]) => lastIndex(right) - lastIndex(left));
  let after = before;
  for (const [path, value] of [...sets, ...removals]) after = written(after, path, value);
  return after;
}

function lastIndex(path: Path): number {
  const last = path.at(-1);
  return typeof last === 'number' ? last : -1;
}

function evaluated(from: Source, item: AttributeMap): AttributeValue {
  switch (from.kind) {
    case 'value':
      return from.value;
    case 'path': {
      const found = valueAt(item, from.path);
      if (found === undefined)
        throw invalid('The provided expression refers to an attribute that does not exist in the item');
      return found;
    }
    case 'if_not_exists':
      return valueAt(item, from.path) ?? evaluated(from.otherwise, item);
    case 'list_append': {
      const [left, right] = [evaluated(from.left, item).list, evaluated(from.right, item).list];
      if (left === undefined || right === undefined) throw wrongType();
      return { type: 'L', list: [...left, ...right] };
    }
    case '+':
    case '-':
      return total(evaluated(from.left, item), evaluated(from.right, item), from.kind === '+' ? 1 : -1);
  }
}

function wrongType() {
  return invalid('An operand in the update expression has an incorrect data type');
}

function total(left: AttributeValue, right: AttributeValue, sign: 1 | -1): AttributeValue {
  if (left.type !== 'N' || right.type !== 'N') throw wrongType();
  const [first, second] = [decimalOf(left.text ?? ''), decimalOf(right.text ?? '')];
  if (typeof first === 'string' || typeof second === 'string') throw wrongType();
  const result = addDecimals(first, second, sign);
  if (typeof result === 'string') throw invalid(result);
  return { type: 'N', text: decimalText(result) };
}

function added(found: AttributeValue, value: AttributeValue): AttributeValue {
  if (found.type === 'N' && value.type === 'N') return total(found, value, 1);
  if (found.type !== value.type || found.set === undefined) throw wrongType();
  return { type: found.type, set: [...new Set([...found.set, ...(value.set ?? [])])] };
}

/** A set without some members; undefined where none is left, since no set is empty. */
function without(found: AttributeValue, value: AttributeValue): AttributeValue | undefined {
  if (found.type !== value.type || found.set === undefined) throw wrongType();
  const set = found.set.filter((member) => value.set?.includes(member) !== true);
  return set.length === 0 ? undefined : { type: found.type, set };
}

function written(map: AttributeMap, [name, ...rest]: Path, value: AttributeValue | undefined): AttributeMap {
  if (typeof name !== 'string') throw badPath();
  const after = new Map(map);
  const next = rest.length === 0 ? value : below(map.get(name), rest, value);
  if (next === undefined) after.delete(name);
  else after.set(name, next);
  return after;
}

function badPath() {
  return invalid('The document path provided in the update expression is invalid for update');
}

function below(parent: AttributeValue | undefined, path: Path, value: AttributeValue | undefined): AttributeValue {
  const [step, ...rest] = path;
  if (parent?.map !== undefined && typeof step === 'string')
    return { type: 'M', map: written(parent.map, path, value) };
  if (parent?.list === undefined || typeof step !== 'number') throw badPath();
  const next = rest.length === 0 ? value : below(parent.list[step], rest, value);
  const list = [...parent.list];
  if (next === undefined) list.splice(step, 1);
  // A position behind the end appends.
  else list[Math.min(step, list.length)] = next;
  return { type: 'L', list };
}
