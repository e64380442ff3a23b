import { Engine } from '../engine';

type Properties = Readonly<Record<string, unknown>>;

/** The change of one resource from one set of fields to another. */
function change(
  type: string,
  before: Properties,
  after: Properties,
  more: readonly [Properties, Properties] = [{}, {}],
) {
  const engine = new Engine();
  const template = (properties: Properties, fields: Properties) => ({
    Resources: { It: { Type: type, Properties: properties, ...fields } },
  });
  const stack = engine.deploy(engine.stack('S'), template(before, more[0]));
  const [planned] = engine.plan(stack, template(after, more[1])).resources;
  return planned?.change;
}

test('a new resource is added, and an equal one is not changed', () => {
  const engine = new Engine();
  const template = { Resources: { It: { Type: 'AWS::SNS::Topic' } } };
  expect(engine.plan(engine.stack('S'), template).resources[0]?.change).toEqual({
    action: 'Add',
    replacement: undefined,
    replace: false,
    details: [],
  });
  expect(change('AWS::SNS::Topic', { DisplayName: 'a' }, { DisplayName: 'a' })).toEqual({
    action: 'None',
    replacement: undefined,
    replace: false,
    details: [],
  });
});

test.each<[string, string, Properties, Properties, string, boolean, Properties]>([
  [
    'a property that changes in place',
    'AWS::SNS::Topic',
    { DisplayName: 'a' },
    { DisplayName: 'b' },
    'False',
    false,
    { name: 'DisplayName', before: 'a', after: 'b', requiresRecreation: 'Never' },
  ],
  [
    'a property that is added',
    'AWS::SNS::Topic',
    {},
    { DisplayName: 'b' },
    'False',
    false,
    { name: 'DisplayName', before: undefined, after: 'b', requiresRecreation: 'Never' },
  ],
  [
    'a property that is removed',
    'AWS::SNS::Topic',
    { DisplayName: 'a' },
    {},
    'False',
    false,
    { name: 'DisplayName', before: 'a', after: undefined, requiresRecreation: 'Never' },
  ],
  [
    'a property that recreates',
    'AWS::SNS::Topic',
    { TopicName: 'a' },
    { TopicName: 'b' },
    'True',
    true,
    { name: 'TopicName', before: 'a', after: 'b', requiresRecreation: 'Always' },
  ],
])('%s', (_name, type, before, after, replacement, replace, detail) => {
  expect(change(type, before, after)).toEqual({
    action: 'Modify',
    replacement,
    replace,
    details: [{ attribute: 'Properties', evaluation: 'Static', ...detail }],
  });
});

test('a property that may recreate is Conditional and changes in place', () => {
  const database = (size: number) => ({
    Engine: 'postgres',
    AllocatedStorage: String(size),
    StorageType: size > 50 ? 'gp3' : 'gp2',
  });
  const found = change('AWS::RDS::DBInstance', database(20), database(100));
  expect(found).toMatchObject({ action: 'Modify', replacement: 'Conditional', replace: false });
  expect(found?.details.map(({ requiresRecreation }) => requiresRecreation)).toContain('Conditionally');
});

test.each<[string, Properties, Properties]>([
  ['Metadata', { Metadata: { a: 1 } }, { Metadata: { a: 2 } }],
  ['DeletionPolicy', {}, { DeletionPolicy: 'Retain' }],
  ['UpdateReplacePolicy', { UpdateReplacePolicy: 'Retain' }, {}],
])('a change of %s alone modifies and never replaces', (attribute, before, after) => {
  expect(change('AWS::SNS::Topic', {}, {}, [before, after])).toEqual({
    action: 'Modify',
    replacement: 'False',
    replace: false,
    details: [
      {
        attribute,
        name: undefined,
        before: before[attribute] ?? (attribute === 'Metadata' ? undefined : 'Delete'),
        after: after[attribute] ?? (attribute === 'Metadata' ? undefined : 'Delete'),
        requiresRecreation: 'Never',
        evaluation: 'Static',
      },
    ],
  });
});

describe('a change that follows from the replacement of another resource', () => {
  const template = (name: string, display: unknown, condition = 'yes') => ({
    Parameters: { Use: { Type: 'String', Default: condition } },
    Conditions: { Use: { 'Fn::Equals': [{ Ref: 'Use' }, 'yes'] } },
    Resources: {
      B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } },
      T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: display } },
    },
  });
  const details = (before: ReturnType<typeof template>, after: ReturnType<typeof template>) => {
    const engine = new Engine();
    const stack = engine.deploy(engine.stack('S'), before);
    const topic = engine.plan(stack, after).resources.find(({ declaration }) => declaration.logicalId === 'T');
    return topic?.change.details.map(({ evaluation }) => evaluation);
  };

  test('is Dynamic when the declaration is the same', () => {
    expect(details(template('one-b', { Ref: 'B' }), template('two-b', { Ref: 'B' }))).toEqual(['Dynamic']);
  });

  test('is Static when the declaration changes too, or the other resource is not replaced', () => {
    expect(details(template('one-b', { Ref: 'B' }), template('two-b', { 'Fn::Sub': '${B}' }))).toEqual(['Static']);
    expect(details(template('one-b', 'a'), template('two-b', 'b'))).toEqual(['Static']);
  });

  test('is Static when the reference is in the branch that is not taken', () => {
    const display = { 'Fn::If': ['Use', { Ref: 'B' }, 'none'] };
    expect(details(template('one-b', display), template('two-b', display, 'no'))).toEqual(['Static']);
  });

  test('recreates what must have a new value, as Conditional in the change set', () => {
    const engine = new Engine();
    const shared = (name: string) => ({
      Resources: {
        B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } },
        T: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'B' } } },
      },
    });
    const stack = engine.deploy(engine.stack('S'), shared('one-b'));
    const [, topic] = engine.plan(stack, shared('two-b')).resources;
    expect(topic?.change).toMatchObject({ action: 'Modify', replacement: 'Conditional', replace: true });
  });
});
