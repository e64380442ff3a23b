import type { Recording, Registration } from '../../../lib/graph';
import { readRecording } from '../../../lib/graph';

const urn = (name: string) => `urn:pulumi:dev::p::t::${name}`;

function registration(name: string, overrides: Partial<Registration> = {}): Registration {
  return {
    urn: urn(name),
    type: 'azure-native:network:VirtualNetwork',
    name,
    custom: true,
    parent: urn('stack'),
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    provider: '',
    protect: false,
    retainOnDelete: false,
    deleteBeforeReplace: false,
    ignoreChanges: [],
    replaceOnChanges: [],
    additionalSecretOutputs: [],
    aliases: [],
    version: '3.28.0',
    ...overrides,
  };
}

const component = (name: string, type: string, parent = 'stack') =>
  registration(name, { type, parent: urn(parent), custom: false });

function read(...registrations: readonly Registration[]) {
  const stack = registration('stack', { type: 'pulumi:pulumi:Stack', custom: false, parent: '' });
  const recording: Recording = { project: 'p', stack: 'dev', registrations: [stack, ...registrations], problems: [] };
  return readRecording(recording, 'development');
}

test('reads a resource with its stage, its component and what it keeps', () => {
  const nodes = read(
    component('initialization', 'llmops-kit:azure:InitializationStage'),
    component('storage', 'llmops-kit:azure:StorageAccount', 'initialization'),
    registration('account', {
      type: 'azure-native:storage:StorageAccount',
      parent: urn('storage'),
      inputs: { sku: { name: 'Standard_ZRS' }, rules: [1, true, null], scope: '${urn#id}' },
      retainOnDelete: true,
    }),
  );
  expect(nodes).toEqual([
    {
      environment: 'development',
      cloud: 'azure',
      stack: 'initialization',
      address: urn('account'),
      type: 'azure-native:storage:StorageAccount',
      properties: { sku: { name: 'Standard_ZRS' }, rules: [1, true, null], scope: '${urn#id}' },
      dependsOn: [],
      stateful: true,
      retained: true,
      unknown: ['scope'],
      source: 'initialization/storage',
    },
  ]);
});

test('a resource outside of every stage has the name of the stack as its stack, and no source', () => {
  const [node] = read(registration('network'));
  expect(node).toMatchObject({ stack: 'dev', stateful: false, retained: false });
  expect(node).not.toHaveProperty('source');
});

test('waits for its dependencies, those of its properties and a parent that is a resource, each once', () => {
  const nodes = read(
    registration('a'),
    registration('b'),
    registration('c'),
    registration('d', {
      parent: urn('c'),
      dependencies: [urn('b'), urn('a')],
      propertyDependencies: { x: [urn('a')], y: [urn('d')] },
    }),
  );
  expect(nodes.find(({ address }) => address === urn('d'))?.dependsOn).toEqual([urn('a'), urn('b'), urn('c')]);
});

test('waiting for a component is waiting for every resource in it', () => {
  const nodes = read(
    component('outer', 'example:Outer'),
    component('inner', 'example:Inner', 'outer'),
    registration('a', { parent: urn('outer') }),
    registration('b', { parent: urn('inner') }),
    registration('c', { dependencies: [urn('outer')] }),
  );
  expect(nodes.find(({ address }) => address === urn('c'))?.dependsOn).toEqual([urn('a'), urn('b')]);
});

test('sorts by stage and address, whatever the order of the recording', () => {
  const registrations = [
    component('one', 'llmops-kit:azure:EvaluationStage'),
    component('two', 'llmops-kit:azure:DeploymentStage'),
    registration('a', { parent: urn('one') }),
    registration('c', { parent: urn('two') }),
    registration('b', { parent: urn('two') }),
  ];
  const order = ['deployment b', 'deployment c', 'evaluation a'];
  for (const input of [registrations, registrations.toReversed()]) {
    expect(read(...input).map(({ stack, address }) => `${stack} ${address.split('::').at(-1) ?? ''}`)).toEqual(order);
  }
});

test('reads every kind of value of a property', () => {
  const inputs = { none: null, text: 'a', count: 1, on: false, list: [null, [2]], map: { deep: { no: null } } };
  expect(read(registration('a', { inputs }))[0]?.properties).toEqual(inputs);
});

test('reads a value that JSON leaves out as empty, at any depth', () => {
  const inputs = { a: undefined, b: [undefined], c: { d: undefined } };
  expect(read(registration('a', { inputs }))[0]?.properties).toStrictEqual({ a: null, b: [null], c: { d: null } });
});

test('resources of the same component do not wait for each other', () => {
  const nodes = read(
    component('outer', 'example:Outer'),
    registration('a', { parent: urn('outer') }),
    registration('b', { parent: urn('outer') }),
  );
  expect(nodes.map(({ dependsOn }) => dependsOn)).toEqual([[], []]);
});

test('a resource below a resource has no component', () => {
  const [, below] = read(registration('a'), registration('b', { parent: urn('a') }));
  expect(below).toMatchObject({ address: urn('b'), stack: 'dev', dependsOn: [urn('a')] });
  expect(below).not.toHaveProperty('source');
});

test('a parent and a dependency outside of the recording: no component, and the name of the dependency', () => {
  const [node] = read(registration('a', { parent: urn('elsewhere'), dependencies: [urn('gone')] }));
  expect(node).toMatchObject({ stack: 'dev', dependsOn: [urn('gone')] });
  expect(node).not.toHaveProperty('source');
});

test.each([
  [false, false, false],
  [true, false, true],
  [false, true, true],
])('protected %s, kept on deletion %s: retained %s', (protect, retainOnDelete, retained) => {
  expect(read(registration('a', { protect, retainOnDelete }))[0]?.retained).toBe(retained);
});
