import type { Surroundings } from '../../../../lib/constraints/constraint';
import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { isList, isObject } from '../../../../lib/constraints/json';
import { llmConstraints } from '../../../../lib/constraints/llm';
import { agentFaults } from '../../../cases/planted/llm-agents';
import { bedrockFaults, vectorFaults } from '../../../cases/planted/llm-bedrock';
import { sagemakerFaults } from '../../../cases/planted/llm-sagemaker';
import { searchFaults } from '../../../cases/planted/llm-search';
import { cloud, template } from './around';

interface Declared {
  readonly type: string;
  readonly logicalId: string;
  readonly properties: JsonObject;
}

/** Every resource of the planted templates. */
const resources: readonly Declared[] = [
  ...agentFaults,
  ...bedrockFaults,
  ...vectorFaults,
  ...sagemakerFaults,
  ...searchFaults,
]
  .flatMap(({ broken, valid }) => [broken, valid])
  .flatMap((text) => (typeof text === 'string' ? [] : Object.entries(text.Resources)))
  .map(([logicalId, resource]) => {
    const { Type, Properties } = resource as { readonly Type: string; readonly Properties: JsonObject };
    return { type: Type, logicalId, properties: Properties };
  });

/** Every value of a property, at any depth, becomes another one in turn. */
function* changed(value: Json, to: Json): Generator<Json> {
  yield to;
  if (isList(value)) {
    for (const [index, inner] of value.entries())
      for (const one of changed(inner, to)) yield value.map((other, at) => (at === index ? one : other));
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value))
      for (const one of changed(inner, to)) yield { ...value, [key]: one };
  }
}

function ask({ type, logicalId }: Declared, properties: JsonObject, surroundings: Surroundings): readonly string[] {
  return llmConstraints
    .filter(({ types }) => types.includes(type))
    .flatMap((rule) =>
      rule
        .check({ type, logicalId, properties }, surroundings)
        .map(({ pointer, problem }) => `${rule.id} ${pointer} ${problem}`),
    );
}

test('every rule has an id of its own, types, and a source with its day', () => {
  const ids = llmConstraints.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { id, types, source } of llmConstraints) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(types.length).toBeGreaterThan(0);
    expect(source.url).toMatch(/^https:\/\//);
    expect(source.asOf).toMatch(/^202\d-\d\d-\d\d$/);
  }
});

test('the planted templates ask most rules', () => {
  const types = new Set(resources.map(({ type }) => type));
  const asked = llmConstraints.filter((rule) => rule.types.some((type) => types.has(type)));
  expect(asked.length / llmConstraints.length).toBeGreaterThan(0.9);
});

test.each<[string, Json]>([
  ['null', null],
  ['a number', 7],
  ['a text', 'constructor'],
  ['an empty text', ''],
  ['a list', ['constructor', null, {}]],
  ['an object', { constructor: 'x', __proto__: null }],
  ['a function', { 'Fn::GetAtt': ['constructor', 'x'] }],
])('no rule fails where a value is %s', (_name, value) => {
  for (const resource of resources) {
    for (const one of changed(resource.properties, value)) {
      if (!isObject(one)) continue;
      expect(() => [...ask(resource, one, cloud()), ...ask(resource, one, template())]).not.toThrow();
    }
  }
});

test('where a value becomes unknown, nothing new is wrong', () => {
  for (const resource of resources) {
    const before = new Set(ask(resource, resource.properties, template()).map((text) => text.split(' ')[0]));
    for (const one of changed(resource.properties, { 'Fn::If': ['Maybe', 'a', { Ref: 'AWS::NoValue' }] })) {
      if (!isObject(one) || Object.hasOwn(one, 'Fn::If')) continue;
      const fresh = ask(resource, one, template()).filter((text) => !before.has(text.split(' ')[0]));
      expect(fresh).toEqual([]);
    }
  }
});
