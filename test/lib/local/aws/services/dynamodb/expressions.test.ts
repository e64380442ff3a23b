import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { JsonObject } from '../../../../../../lib/constraints/json';
import { ServiceError } from '../../../../../../lib/local/aws/errors';
import { meets, parseCondition } from '../../../../../../lib/local/aws/services/dynamodb/expressions/condition';
import { substitutionsOf } from '../../../../../../lib/local/aws/services/dynamodb/expressions/of-request';
import { parseProjection, project } from '../../../../../../lib/local/aws/services/dynamodb/expressions/paths';
import { parseUpdate, updated } from '../../../../../../lib/local/aws/services/dynamodb/expressions/update';
import { mapBytes, mapJson, readMap } from '../../../../../../lib/local/aws/services/dynamodb/values';

const wire = (value: Record<string, unknown>) => JSON.parse(JSON.stringify(marshall(value))) as JsonObject;
const item = readMap(
  {
    ...wire({
      id: 'a',
      n: 5,
      s: 'hello',
      many: [1, 'two', { deep: true }],
      doc: { x: 1, y: { z: 'é' } },
      on: true,
      no: null,
    }),
    tags: { SS: ['red', 'blue'] },
    nums: { NS: ['1', '2.50'] },
    octets: { B: 'AQID' },
  },
  'Item',
);
const values: JsonObject = {
  ':a': { S: 'a' },
  ':five': { N: '5.0' },
  ':six': { N: '6' },
  ':he': { S: 'he' },
  ':red': { S: 'red' },
  ':number': { N: '2.5' },
  ':two': { S: 'two' },
  ':bytes': { B: 'AgM=' },
  ':type': { S: 'N' },
  ':map': { M: { x: { N: '1' } } },
  ':set': { SS: ['blue', 'green'] },
  ':list': { L: [{ S: 'end' }] },
};

/** The substitutions that an expression uses, and no others. */
function given(text: string) {
  const used = Object.entries(values).filter(([key]) => new RegExp(`${key}\\b`).test(text));
  return substitutionsOf(
    {
      Expression: text,
      ...(used.length === 0 ? {} : { ExpressionAttributeValues: Object.fromEntries(used) }),
      ...(text.includes('#') ? { ExpressionAttributeNames: { '#s': 'status', '#m': 'doc' } } : {}),
    },
    ['Expression'],
  );
}

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof ServiceError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

it.each([
  ['id = :a', true],
  ['n = :five AND s <> :a', true],
  ['n > :five or n < :six', true],
  ['not n between :five and :six', false],
  ['n IN (:a, :six, :five)', true],
  ['(id = :a or n = :six) and attribute_exists(doc.y.z)', true],
  ['attribute_not_exists(doc.y.w)', true],
  ['attribute_not_exists(#s) AND attribute_exists(#m.x)', true],
  ['attribute_type(n, :type)', true],
  ['begins_with(s, :he)', true],
  ['begins_with(n, :he)', false],
  ['contains(tags, :red) and contains(nums, :number) and contains(many, :two)', true],
  ['contains(octets, :bytes)', true],
  ['size(many) < :five', true],
  ['size(s) = :five', true],
  ['size(n) = :five', false],
  ['many[2].deep = many[2].deep', true],
  ['absent = :a', false],
  ['absent <> :a', true],
  ['s < :five', false],
  ['doc = :map', false],
])('condition %s is %s', (text, expected) => {
  expect(meets(parseCondition(text, 'ConditionExpression', given(text)), item)).toBe(expected);
});

it.each([
  ['', /can not be empty/],
  ['id = ', /Syntax error; token: "<EOF>", near: "id ="/],
  ['id ! :a', /Syntax error; token: "!"/],
  ['id = :nothing', /attribute value used in expression is not defined; attribute value: :nothing/],
  ['#x = :a', /attribute name used in the document path is not defined; attribute name: #x/],
  ['status = :a', /reserved keyword; reserved keyword: status/],
  ['nothing(id)', /Invalid function name; function: nothing/],
  ['attribute_exists(:a)', /requires a document path/],
  ['begins_with(id)', /Incorrect number of operands/],
  ['n < :map', /Incorrect operand type.*operand type: M/],
  ['n between :six and :five', /requires upper bound/],
  ['attribute_type(n, :a)', /Invalid attribute type name/],
  ['((id = :a))', /redundant parentheses/],
  [`id = :a ${'or id = :a '.repeat(400)}`, /Expression size has exceeded/],
])('refuses the condition %s', (text, expected) => {
  expect(outcome(() => parseCondition(text, 'ConditionExpression', given(text)))).toMatch(expected);
});

it.each([
  ['SET n = n + :six, added = if_not_exists(added, :a)', { n: 11, added: 'a' }],
  ['SET n = if_not_exists(n, :a) - :six', { n: -1 }],
  ['SET many = list_append(many, :list), many2 = :list', { many: [1, 'two', { deep: true }, 'end'], many2: ['end'] }],
  ['SET many[9] = :a, doc.y.z = :a', { many: [1, 'two', { deep: true }, 'a'], doc: { x: 1, y: { z: 'a' } } }],
  ['REMOVE many[0], many[1], absent', { many: [{ deep: true }] }],
  ['SET id2 = n REMOVE n ADD cnt :five', { id2: 5, cnt: 5 }],
  ['ADD tags :set DELETE nums2 :set', { tags: new Set(['red', 'blue', 'green']) }],
  ['DELETE tags :set', { tags: new Set(['red']) }],
])('update %s', (text, expected) => {
  const after = updated(item, parseUpdate(text, given(text)));
  expect(unmarshall(mapJson(after) as never)).toMatchObject(expected);
});

it.each([
  ['SET n = :a + :six', /Incorrect operand type.*operand type: S/],
  ['SET s = s + :six', /incorrect data type/],
  ['SET x = absent', /refers to an attribute that does not exist/],
  ['SET absent.x = :a', /document path provided in the update expression is invalid/],
  ['SET doc = :a, doc.x = :a', /Two document paths overlap.*path one: \[doc\], path two: \[doc, x\]/],
  ['SET n = :a SET s = :a', /"SET" section can only be used once/],
  ['ADD n :a', /operand type: S/],
  ['SET many = list_append(many, :a)', /incorrect data type/],
  ['CHANGE n', /Syntax error; token: "CHANGE"/],
])('refuses the update %s', (text, expected) => {
  expect(outcome(() => updated(item, parseUpdate(text, given(text))))).toMatch(expected);
});

it('projects paths, with the shape of maps and without gaps in lists', () => {
  const text = 'id, doc.y, many[2], many[0], absent';
  expect(unmarshall(mapJson(project(item, parseProjection(text, given(text)))) as never)).toEqual({
    id: 'a',
    doc: { y: { z: 'é' } },
    many: [1, { deep: true }],
  });
});

it.each([
  [{ a: {} }, /is empty, must contain exactly one/],
  [{ a: { S: 'x', N: '1' } }, /more than one datatypes/],
  [{ a: 'x' }, /a: expected an attribute value/],
  [{ a: { S: 5 } }, /expected a string, got the number 5/],
  [{ a: { L: { 0: { N: '1' } } } }, /expected a list of attribute values, got an object/],
  [{ a: { N: 'x' } }, /cannot be converted to a numeric value: x/],
  [{ a: { N: '1'.repeat(39) } }, /more than 38 significant digits/],
  [{ a: { N: '1e126' } }, /Number overflow/],
  [{ a: { N: '1e-131' } }, /Number underflow/],
  [{ a: { SS: [] } }, /set {2}may not be empty/],
  [{ a: { NS: ['1', '1.0'] } }, /contains duplicates/],
  [{ a: { NULL: false } }, /must have the value of true/],
  [{ a: { B: '%' } }, /bytes in base64/],
])('refuses the value %j', (value, expected) => {
  expect(outcome(() => readMap(value as never, 'Item'))).toMatch(expected);
});

it('keeps 38 digits, one spelling of a number, and counts bytes as documented', () => {
  const kept = readMap({ n: { N: '00.1200e2' }, big: { N: '99999999999999999999999999999999999999' } }, 'Item');
  expect(mapJson(kept)).toEqual({ n: { N: '12' }, big: { N: '99999999999999999999999999999999999999' } });
  const text = 'SET big = big + :five';
  expect(outcome(() => updated(kept, parseUpdate(text, given(text))))).toMatch(/more than 38 significant digits/);
  expect(mapBytes(readMap(wire({ ab: 'é', n: 123 }), 'Item'))).toBe(2 + 2 + 1 + 3);
});
