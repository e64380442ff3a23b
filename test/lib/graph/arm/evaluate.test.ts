import type { ArmValue } from '../../../../lib/graph/arm/arm-value';
import { markedArm } from '../../../../lib/graph/arm/arm-value';
import { evaluated } from '../../../../lib/graph/arm/evaluate';
import { mostEvaluations } from '../../../../lib/graph/arm/scope';
import { templateScope } from '../../../../lib/graph/arm/template-scope';

const template = {
  parameters: {
    name: { type: 'string', defaultValue: 'Chat' },
    sizes: { type: 'array', defaultValue: [3, 1, 2] },
    site: { type: 'string' },
    key: { type: 'secureString' },
    noKey: { type: 'secureString', defaultValue: '' },
    maybe: { type: 'string', nullable: true },
  },
  variables: {
    tags: { owner: "[parameters('name')]", 'hidden-link': 'x' },
    suffix: '[uniqueString(resourceGroup().id)]',
    loop: "[variables('loop')]",
    copy: [{ name: 'names', count: 3, input: "[format('n{0}', copyIndex('names'))]" }],
  },
  functions: [
    {
      namespace: '__bicep',
      members: { short: { parameters: [{ name: 'text' }], output: { value: "[take(parameters('text'), 2)]" } } },
    },
  ],
};

function evaluatedIn(text: string, left = mostEvaluations) {
  const scope = templateScope(template, {
    values: new Map<string, ArmValue>(),
    budget: { left },
    deployment: () => undefined,
  });
  const { properties, unknown, secret } = markedArm({ v: evaluated(text, scope) });
  return { value: properties['v'], unknown: unknown !== undefined, secret: secret !== undefined };
}

test.each<[string, unknown]>([
  ['plain', 'plain'],
  ['[[not an expression]', '[not an expression]'],
  ["[concat('a', 'b', 1)]", 'ab1'],
  ["[concat(createArray(1), createArray('b'))]", [1, 'b']],
  ["[format('{0}-{1:D3}', parameters('NAME'), 7)]", 'Chat-007'],
  ["[toLower(variables('tags').owner)]", 'chat'],
  ["[variables('tags')['hidden-link']]", 'x'],
  ["[replace('it''s', '''', '-')]", 'it-s'],
  ["[if(equals(length(parameters('sizes')), 3), 'three', 'other')]", 'three'],
  ['[and(true(), not(false()), or(false(), greater(2, 1)))]', true],
  ["[or(true(), equals(parameters('site'), 'x'))]", true],
  ["[union(createObject('a', createObject('b', 1)), createObject('a', createObject('c', 2)))]", { a: { b: 1, c: 2 } }],
  ['[union(createArray(1, 2), createArray(2, 3))]', [1, 2, 3]],
  ["[map(range(0, 3), lambda('i', mul(lambdaVariables('i'), 10)))]", [0, 10, 20]],
  ["[filter(parameters('sizes'), lambda('s', greaterOrEquals(lambdaVariables('s'), 2)))]", [3, 2]],
  ["[reduce(parameters('sizes'), 0, lambda('sum', 'next', add(lambdaVariables('sum'), lambdaVariables('next'))))]", 6],
  ["[toObject(createArray('a'), lambda('k', lambdaVariables('k')), lambda('k', 1))]", { a: 1 }],
  [
    "[items(createObject('b', 2, 'a', 1))]",
    [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ],
  ],
  ["[first(split('a,b', ','))]", 'a'],
  ["[last(variables('names'))]", 'n2'],
  ["[coalesce(parameters('maybe'), 'default')]", 'default'],
  ["[tryGet(createObject('a', 1), 'b')]", null],
  ["[createObject('a', 1).?b]".replace('.?', '?.'), null],
  ["[__bicep.short('long')]", 'lo'],
  ["[empty(parameters('noKey'))]", true],
  ['[json(\'{"a":[1]}\').a[0]]', 1],
  ["[contains(createArray('a'), 'a')]", true],
  ["[max(1, int('7'))]", 7],
])('%s is known', (text, value) => {
  expect(evaluatedIn(text)).toEqual({ value, unknown: false, secret: false });
});

test.each<[string, string]>([
  ["[parameters('site')]", "[parameters('site')]"],
  ["[concat(parameters('name'), '-', variables('suffix'))]", "[concat('Chat', '-', uniqueString(resourceGroup().id))]"],
  ["[variables('loop')]", "[variables('loop')]"],
  ["[newFunction('a', 1)]", "[newFunction('a', 1)]"],
  ['[copyIndex()]', '[copyIndex()]'],
  ["[if(equals(parameters('site'), 'x'), 1, 2)]", "[if(equals(parameters('site'), 'x'), 1, 2)]"],
  ['[not an expression]', '[not an expression]'],
  [
    "[resourceId('Microsoft.Search/searchServices', parameters('name'))]",
    "[resourceId('Microsoft.Search/searchServices', 'Chat')]",
  ],
  ['[subscription().tenantId]', '[subscription().tenantId]'],
])('%s is unknown, with what is known written out', (text, value) => {
  expect(evaluatedIn(text)).toEqual({ value, unknown: true, secret: false });
});

test('what is made of a secret is one', () => {
  expect(evaluatedIn("[format('{0};', parameters('key'))]")).toEqual({
    value: '[secret]',
    unknown: false,
    secret: true,
  });
});

test('calls within each other beyond any template are unknown, not an error', () => {
  const text = `[${'not('.repeat(100_000)}true()${')'.repeat(100_000)}]`;
  expect(evaluatedIn(text)).toMatchObject({ unknown: true });
});

test('work beyond the budget of a document is unknown', () => {
  const text = "[map(range(0, 1000), lambda('i', lambdaVariables('i')))]";
  expect(evaluatedIn(text)).toMatchObject({ unknown: false });
  expect(evaluatedIn(text, 100)).toMatchObject({ unknown: true });
});
