import { resume } from '../../../../../lib/local/aws/cloudformation/executor';
import type { Stack } from '../../../../../lib/local/aws/cloudformation/stack';
import { finish } from '../../../../../lib/local/aws/cloudformation/work';
import { plainObject } from '../../../../../lib/local/aws/state/objects';
import type { TestTemplate } from '../engine';
import { Engine, failures, output, testAccount, testRegion } from '../engine';
import { MemoryStore } from '../state/memory-store';

const bucket = (name: unknown, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: name },
  ...more,
});
const broken = { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 } };

/** An engine with a bucket of templates. */
function engineWith(templates: Readonly<Record<string, TestTemplate>>): Engine {
  const engine = new Engine();
  fill(engine, templates);
  return engine;
}

function fill(engine: Engine, templates: Readonly<Record<string, TestTemplate>>): void {
  engine.deploy(engine.stack('Assets'), { Resources: { T: bucket('templates') } });
  for (const [key, template] of Object.entries(templates)) publish(engine, key, template);
}

function publish(engine: Engine, key: string, template: TestTemplate): void {
  const object = plainObject(key, Buffer.from(JSON.stringify(template)), engine.cloud.now());
  engine.cloud.buckets.get('templates')?.objects.set(key, object);
}

const child = (...names: readonly string[]): TestTemplate => ({
  Parameters: { Name: { Type: 'String' } },
  Resources: {
    B: bucket({ Ref: 'Name' }),
    ...Object.fromEntries(names.map((name) => [`X${name}`, bucket(name)])),
  },
  Outputs: { Bucket: { Value: { Ref: 'B' } }, Arn: { Value: { 'Fn::GetAtt': ['B', 'Arn'] } } },
});
const nested = (key: string, name: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: `https://s3.eu-central-1.amazonaws.com/templates/${key}`, Parameters: { Name: name } },
  ...more,
});
const parent = (key: string, name: string, more: Readonly<Record<string, unknown>> = {}): TestTemplate => ({
  Resources: {
    N: nested(key, name),
    P: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/p', Type: 'String', Value: { 'Fn::GetAtt': ['N', 'Outputs.Bucket'] } },
    },
    ...more,
  },
  Outputs: { Arn: { Value: { 'Fn::GetAtt': ['N', 'Outputs.Arn'] } } },
});

const buckets = (engine: Engine) => [...engine.cloud.buckets.keys()].filter((name) => name !== 'templates').sort();
const childOf = (engine: Engine): Stack => {
  const found = engine.cloud.stacks(testAccount, testRegion).find(({ parentId }) => parentId !== undefined);
  if (found === undefined) throw new Error('no child');
  return found;
};
const parameter = (engine: Engine) => engine.cloud.parameters(testAccount, testRegion).get('/p')?.value;

test('a nested stack is created with its parameters, and its parent reads its outputs', () => {
  const engine = engineWith({ a: child() });
  const stack = engine.deploy(engine.stack('S'), parent('a', 'data'));
  expect(failures(stack)).toEqual([]);
  expect([stack.status, buckets(engine), parameter(engine)]).toEqual(['CREATE_COMPLETE', ['data'], 'data']);
  expect(output(stack, 'Arn')).toBe('arn:aws:s3:::data');
  const nestedStack = childOf(engine);
  expect(nestedStack).toMatchObject({ status: 'CREATE_COMPLETE', parentId: stack.id, rootId: stack.id });
  expect(nestedStack.name).toMatch(/^S-N-[A-Z0-9]+$/);
  expect(stack.resources.get('N')?.physicalId).toBe(nestedStack.id);
  expect(engine.plan(stack, parent('a', 'data')).changed).toBe(false);
});

test('an output that the nested template lacks is refused before anything is made', () => {
  const engine = engineWith({ a: child() });
  const template = { Resources: { N: nested('a', 'data'), B: bucket({ 'Fn::GetAtt': ['N', 'Outputs.Nope'] }) } };
  expect(() => engine.plan(engine.stack('S'), template)).toThrow(/N.*Outputs\.Nope/);
});

test('a nested stack whose creation fails is deleted, and its parent says why', () => {
  const engine = engineWith({
    a: { ...child(), Resources: { ...child().Resources, Bad: { ...broken, DependsOn: 'B' } } },
  });
  const stack = engine.deploy(engine.stack('S'), parent('a', 'data'));
  expect([stack.status, childOf(engine).status, buckets(engine)]).toEqual(['ROLLBACK_COMPLETE', 'DELETE_COMPLETE', []]);
  expect(failures(stack)[0]).toMatch(
    /^N: Embedded stack arn:.* was not successfully created: The following resource\(s\) failed to create: \[Bad\]/,
  );
});

test('a template that is not there fails the creation and leaves no child', () => {
  const engine = engineWith({});
  const stack = engine.deploy(engine.stack('S'), { Resources: { N: nested('absent', 'data') } });
  expect(failures(stack)[0]).toContain('S3 error: The specified key does not exist');
  expect(engine.cloud.stacks(testAccount, testRegion).map(({ name }) => name)).toEqual(['Assets', 'S']);
});

test('the deletion of a stack deletes its children first where they depend on it', () => {
  const engine = engineWith({ a: child() });
  const stack = engine.deploy(engine.stack('S'), parent('a', 'data'));
  engine.destroy(stack);
  expect([stack.status, childOf(engine).status, buckets(engine)]).toEqual(['DELETE_COMPLETE', 'DELETE_COMPLETE', []]);
});

test('an update of a child deletes nothing before its parent has succeeded', () => {
  const engine = engineWith({ a: child('old'), b: child('new') });
  const stack = engine.deploy(engine.stack('S'), parent('a', 'data'));
  const late = { Late: { ...broken, DependsOn: 'N' } };
  engine.deploy(stack, parent('b', 'data', late));
  expect([stack.status, childOf(engine).status, buckets(engine)]).toEqual([
    'UPDATE_ROLLBACK_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
    ['data', 'old'],
  ]);
  engine.deploy(stack, parent('b', 'other'));
  expect([stack.status, childOf(engine).status, buckets(engine), parameter(engine)]).toEqual([
    'UPDATE_COMPLETE',
    'UPDATE_COMPLETE',
    ['new', 'other'],
    'other',
  ]);
});

test('an update of a child that fails is rolled back in both', () => {
  const engine = engineWith({
    a: child(),
    b: { ...child('new'), Resources: { ...child('new').Resources, Bad: { ...broken, DependsOn: 'B' } } },
  });
  const stack = engine.deploy(engine.stack('S'), parent('a', 'data'));
  engine.deploy(stack, parent('b', 'data'));
  expect([stack.status, childOf(engine).status, buckets(engine)]).toEqual([
    'UPDATE_ROLLBACK_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
    ['data'],
  ]);
  expect(failures(stack)[0]).toMatch(/^N: Embedded stack arn:.* was not successfully updated/);
});

test('a stack that stops after any step is gone on with, its children too', async () => {
  const begin = async (store: MemoryStore) => {
    const engine = await Engine.on(store);
    fill(engine, { a: child('old'), b: child('new') });
    const stack = engine.deploy(engine.stack('S'), parent('a', 'data'));
    return { engine, work: engine.begin(stack, parent('b', 'other')) };
  };
  const { work } = await begin(new MemoryStore());
  let steps = 0;
  while (work.next().done !== true) steps += 1;
  for (let stop = 0; stop < steps; stop += 1) {
    const store = new MemoryStore();
    const { engine, work: stopped } = await begin(store);
    for (let step = 0; step < stop; step += 1) stopped.next();
    await engine.save();
    const next = await Engine.on(store);
    const stack = next.stack('S');
    const rest = resume(stack, next.cloud);
    if (rest !== undefined) finish(rest);
    expect([stop, stack.status, childOf(next).status, buckets(next), parameter(next)]).toEqual([
      stop,
      'UPDATE_COMPLETE',
      'UPDATE_COMPLETE',
      ['new', 'other'],
      'other',
    ]);
  }
});

test('the capabilities of the parent hold for its children', () => {
  const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };
  const engine = engineWith({ a: { Parameters: child()['Parameters'], Resources: { R: role } } });
  const stack = engine.deploy(engine.stack('S'), { Resources: { N: nested('a', 'data') } });
  expect(failures(stack)[0]).toContain('Requires capabilities : [CAPABILITY_IAM]');
});
