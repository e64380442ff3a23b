import type { AttributeMap, AttributeValue, ValueType } from '../values';
import { compareValues, invalid, sameValue, valueBytes, valueTypes } from '../values';
import type { Path, Substitutions } from './parser';
import { Parser } from './parser';
import { valueAt } from './paths';

/** What a comparison is about: a place in the item, a value of the request, or the size of what is at a place. */
export type Operand =
  { readonly kind: 'path' | 'size'; readonly path: Path } | { readonly kind: 'value'; readonly value: AttributeValue };

/** A condition that was read. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly of: Operand; readonly among: readonly Operand[] }
  | { readonly kind: 'function'; readonly name: string; readonly path: Path; readonly argument?: Operand };

const comparators: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);
/** Functions of conditions, and how many arguments each has. Source: Amazon DynamoDB Developer Guide, "Condition and filter expressions" (not compared with the page). */
const functions: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
};
const ordered: ReadonlySet<ValueType> = new Set(['S', 'N', 'B']);

/** Reads a condition, a filter or a key condition. @throws ServiceError (ValidationException) */
export function parseCondition(text: string, what: string, given: Substitutions): Condition {
  const parser = new Parser(text, what, given);
  const condition = either(parser);
  parser.end();
  return condition;
}

function either(parser: Parser): Condition {
  const parts = [both(parser)];
  while (parser.keyword('OR')) parts.push(both(parser));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'or', parts };
}

function both(parser: Parser): Condition {
  const parts = [negated(parser)];
  while (parser.keyword('AND')) parts.push(negated(parser));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'and', parts };
}

function negated(parser: Parser): Condition {
  return parser.keyword('NOT') ? { kind: 'not', part: negated(parser) } : single(parser);
}

function single(parser: Parser): Condition {
  if (parser.symbol('(')) {
    const twice = parser.peek().text === '(' && parser.peek().kind === 'symbol';
    const inner = either(parser);
    parser.expect(')');
    if (twice && inner.kind !== 'and' && inner.kind !== 'or')
      throw invalid(`Invalid ${parser.what}: The expression has redundant parentheses;`);
    return inner;
  }
  const token = parser.peek();
  const calls = token.kind === 'name' && parser.peek(1).text === '(' && token.text !== 'size';
  return calls ? call(parser) : comparison(parser);
}

function call(parser: Parser): Condition {
  const name = parser.take().text;
  const count = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (count === undefined) throw invalid(`Invalid ${parser.what}: Invalid function name; function: ${name}`);
  parser.expect('(');
  const given = parser.list(() => operand(parser));
  parser.expect(')');
  const [first, argument] = given;
  if (given.length !== count)
    throw invalid(
      `Invalid ${parser.what}: Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${given.length}`,
    );
  if (first?.kind !== 'path')
    throw invalid(
      `Invalid ${parser.what}: Operator or function requires a document path; operator or function: ${name}`,
    );
  if (name === 'attribute_type') assertTypeName(argument, parser);
  if (name === 'begins_with' && argument?.kind === 'value' && !['S', 'B'].includes(argument.value.type))
    throw wrongOperand(parser, name, argument.value.type);
  return { kind: 'function', name, path: first.path, ...(argument === undefined ? {} : { argument }) };
}

function assertTypeName(argument: Operand | undefined, parser: Parser): void {
  const text = argument?.kind === 'value' ? argument.value.text : undefined;
  if (text !== undefined && valueTypes.some((type) => type === text)) return;
  throw invalid(
    `Invalid ${parser.what}: Invalid attribute type name found; type: ${text ?? ''}, valid types: {${valueTypes.join(',')}}`,
  );
}

function wrongOperand(parser: Parser, operator: string, type: string) {
  return invalid(
    `Invalid ${parser.what}: Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${type}`,
  );
}

function comparison(parser: Parser): Condition {
  const left = operand(parser);
  if (parser.keyword('BETWEEN')) {
    const low = operand(parser);
    if (!parser.keyword('AND')) parser.fail();
    const high = operand(parser);
    for (const side of [left, low, high]) assertOrdered(side, 'BETWEEN', parser);
    assertBounds(low, high, parser);
    return { kind: 'between', of: left, low, high };
  }
  if (parser.keyword('IN')) {
    parser.expect('(');
    const among = parser.list(() => operand(parser));
    parser.expect(')');
    if (among.length > 100) throw invalid(`Invalid ${parser.what}: Too many operands for IN: ${among.length}`);
    return { kind: 'in', of: left, among };
  }
  const operator = parser.take();
  if (operator.kind !== 'symbol' || !comparators.has(operator.text)) parser.fail(operator);
  const right = operand(parser);
  if (operator.text !== '=' && operator.text !== '<>')
    for (const side of [left, right]) assertOrdered(side, operator.text, parser);
  return { kind: 'compare', operator: operator.text, left, right };
}

function assertOrdered(side: Operand, operator: string, parser: Parser): void {
  if (side.kind === 'value' && !ordered.has(side.value.type)) throw wrongOperand(parser, operator, side.value.type);
}

function assertBounds(low: Operand, high: Operand, parser: Parser): void {
  if (low.kind !== 'value' || high.kind !== 'value') return;
  const order = compareValues(low.value, high.value);
  if (order !== undefined && order <= 0) return;
  throw invalid(
    `Invalid ${parser.what}: The BETWEEN operator requires upper bound to be greater than or equal to lower bound, of the same type`,
  );
}

function operand(parser: Parser): Operand {
  const token = parser.peek();
  if (token.kind === 'value') {
    parser.take();
    return { kind: 'value', value: parser.given.value(token.text, parser.what) };
  }
  if (token.text !== 'size' || parser.peek(1).text !== '(') return { kind: 'path', path: parser.path() };
  parser.take();
  parser.expect('(');
  const path = parser.path();
  parser.expect(')');
  return { kind: 'size', path };
}

/** Whether an item meets a condition; one that does not exist is an item without attributes. */
export function meets(condition: Condition, item: AttributeMap): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => meets(part, item));
    case 'or':
      return condition.parts.some((part) => meets(part, item));
    case 'not':
      return !meets(condition.part, item);
    case 'compare':
      return compared(condition.operator, resolved(condition.left, item), resolved(condition.right, item));
    case 'between': {
      const of = resolved(condition.of, item);
      return compared('>=', of, resolved(condition.low, item)) && compared('<=', of, resolved(condition.high, item));
    }
    case 'in':
      return condition.among.some((one) => compared('=', resolved(condition.of, item), resolved(one, item)));
    case 'function':
      return holds(
        condition.name,
        valueAt(item, condition.path),
        condition.argument && resolved(condition.argument, item),
      );
  }
}

function resolved(operand: Operand, item: AttributeMap): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value;
  const value = valueAt(item, operand.path);
  if (operand.kind === 'path' || value === undefined) return value;
  const size = sizeOf(value);
  return size === undefined ? undefined : { type: 'N', text: String(size) };
}

/** What `size` gives: characters, bytes or members; undefined for a type that has none. */
function sizeOf(value: AttributeValue): number | undefined {
  const { type, text, set, list, map } = value;
  if (type === 'S') return text?.length;
  if (type === 'B') return valueBytes(value);
  return set?.length ?? list?.length ?? map?.size;
}

function compared(operator: string, left: AttributeValue | undefined, right: AttributeValue | undefined): boolean {
  if (left === undefined || right === undefined) return operator === '<>' && left !== right;
  if (operator === '=') return sameValue(left, right);
  if (operator === '<>') return !sameValue(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  if (operator.startsWith('<')) return order < 0 || (order === 0 && operator === '<=');
  return order > 0 || (order === 0 && operator === '>=');
}

function holds(name: string, value: AttributeValue | undefined, argument: AttributeValue | undefined): boolean {
  if (name === 'attribute_exists') return value !== undefined;
  if (name === 'attribute_not_exists') return value === undefined;
  if (value === undefined || argument === undefined) return false;
  if (name === 'attribute_type') return value.type === argument.text;
  if (name === 'begins_with')
    return bytesOf(value)?.startsWith(bytesOf(argument) ?? '\u0000') === true && value.type === argument.type;
  return contains(value, argument);
}

/** Text, or bytes as characters of one byte each; undefined for other types. */
function bytesOf({ type, text }: AttributeValue): string | undefined {
  return type === 'B' ? Buffer.from(text ?? '', 'base64').toString('latin1') : type === 'S' ? text : undefined;
}

function contains(value: AttributeValue, wanted: AttributeValue): boolean {
  if (value.list !== undefined) return value.list.some((element) => sameValue(element, wanted));
  if (value.set !== undefined) return value.type === `${wanted.type}S` && value.set.includes(wanted.text ?? '');
  const [text, part] = [bytesOf(value), bytesOf(wanted)];
  return value.type === wanted.type && text !== undefined && part !== undefined && text.includes(part);
}
