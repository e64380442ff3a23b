import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { beginDeletion } from '../../../../../lib/local/aws/cloudformation/deletion';
import { resume } from '../../../../../lib/local/aws/cloudformation/executor';
import type { Stack } from '../../../../../lib/local/aws/cloudformation/stack';
import type { Work } from '../../../../../lib/local/aws/cloudformation/work';
import { finish } from '../../../../../lib/local/aws/cloudformation/work';
import type { TestTemplate } from '../engine';
import { Engine, testAccount, testRegion, trail } from '../engine';
import { MemoryStore } from '../state/memory-store';
import { client } from '../wire';

const bucket = (name: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: name },
  ...more,
});
const parameter = (value: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name: '/p', Type: 'String', Value: value },
  ...more,
});
const broken = { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 } };

test('a stack is in progress from the start to the end, and its resources follow one another', () => {
  const engine = new Engine();
  const stack = engine.stack('S');
  const work = engine.begin(stack, { Resources: { A: bucket('one'), B: bucket('two', { DependsOn: 'A' }) } });
  const seen: string[] = [];
  do seen.push(`${stack.status} ${[...engine.cloud.buckets.keys()].join()}`);
  while (work.next().done !== true);
  expect([...new Set(seen)]).toEqual(['CREATE_IN_PROGRESS ', 'CREATE_IN_PROGRESS one', 'CREATE_IN_PROGRESS one,two']);
  expect([stack.status, stack.running]).toEqual(['CREATE_COMPLETE', undefined]);
});

const base: TestTemplate = {
  Resources: { P: parameter('one'), R: bucket('first'), Gone: bucket('gone') },
  Outputs: { O: { Value: { Ref: 'R' } } },
};
const next = (more: Readonly<Record<string, unknown>> = {}): TestTemplate => ({
  Resources: { P: parameter('two'), R: bucket('second'), New: bucket('new'), ...more },
  Outputs: { O: { Value: { Ref: 'R' } } },
});
const failing = next({ Bad: { ...broken, DependsOn: ['P', 'R', 'New'] } });

/** What one sees of a stack and its account at the end. */
function end(engine: Engine, stack: Stack): unknown {
  return [
    stack.status,
    stack.running,
    stack.deployment?.outputs,
    [...stack.resources.values()].map(({ logicalId, physicalId, status }) => [logicalId, physicalId, status]),
    trail(stack),
    [...engine.cloud.buckets.keys()].sort(),
    engine.cloud.parameters(testAccount, testRegion).get('/p')?.value,
  ];
}

test.each<[string, (engine: Engine) => readonly [Stack, Work]]>([
  ['a creation', (engine) => [engine.stack('S'), engine.begin(engine.stack('S'), base)]],
  ['a creation that fails', (engine) => [engine.stack('S'), engine.begin(engine.stack('S'), failing)]],
  [
    'an update',
    (engine) => {
      const stack = engine.deploy(engine.stack('S'), base);
      return [stack, engine.begin(stack, next())];
    },
  ],
  [
    'an update that fails',
    (engine) => {
      const stack = engine.deploy(engine.stack('S'), base);
      return [stack, engine.begin(stack, failing)];
    },
  ],
  [
    'a deletion',
    (engine) => {
      const stack = engine.deploy(engine.stack('S'), base);
      return [stack, beginDeletion(stack, engine.cloud, [], undefined)];
    },
  ],
])('%s that stops after any step is gone on with, and ends as if it had not stopped', async (_name, begin) => {
  const whole = new Engine();
  const [uninterrupted, work] = begin(whole);
  let steps = 0;
  while (work.next().done !== true) steps += 1;
  expect(steps).toBeGreaterThan(3);
  for (let stop = 0; stop < steps; stop += 1) {
    const store = new MemoryStore();
    const engine = await Engine.on(store);
    const [, stopped] = begin(engine);
    for (let step = 0; step < stop; step += 1) {
      stopped.next();
      if (step % 2 === 0) await engine.save();
    }
    await engine.save();
    const next = await Engine.on(store);
    const [stack] = next.cloud.allStacks();
    if (stack === undefined) throw new Error('no stack was read');
    const rest = resume(stack, next.cloud);
    if (rest !== undefined) finish(rest);
    expect([stop, end(next, stack)]).toEqual([stop, end(whole, uninterrupted)]);
    expect(resume(stack, next.cloud)).toBeUndefined();
    await next.save();
    const [again] = (await Engine.on(store)).cloud.allStacks();
    expect([again?.status, again?.running]).toEqual([stack.status, undefined]);
    expect([...(again?.resources ?? [])]).toEqual([...stack.resources]);
  }
});

describe('through HTTP', () => {
  let cloud: LocalAws;
  let release: () => void;
  const start = async () => {
    cloud = await startLocalAws();
    const gate = new Promise<undefined>((resolve) => {
      release = () => {
        resolve(undefined);
      };
    });
    // The step of the resource that waits takes until the gate opens.
    cloud.plant(({ logicalId }) => (logicalId === 'Waits' ? gate : undefined));
    return client(cloud, testAccount, testRegion).ask;
  };
  afterEach(() => cloud.close());
  const TemplateBody = JSON.stringify({
    Resources: {
      A: bucket('one'),
      Waits: bucket('two', { DependsOn: 'A' }),
      C: bucket('three', { DependsOn: 'Waits' }),
    },
  });
  const untilStatus = async (ask: Awaited<ReturnType<typeof start>>, event: string): Promise<void> => {
    for (let polls = 0; polls < 100; polls += 1) {
      const { text } = await ask('cloudformation', 'DescribeStackEvents', { StackName: 'S' });
      if (new RegExp(`<LogicalResourceId>Waits</LogicalResourceId>[^]*?<ResourceStatus>${event}<`).test(text)) return;
    }
    throw new Error(`no event ${event}`);
  };

  test('the answer comes before the end, and a second operation is refused until then', async () => {
    const ask = await start();
    expect((await ask('cloudformation', 'CreateStack', { StackName: 'S', TemplateBody })).status).toBe(200);
    await untilStatus(ask, 'CREATE_IN_PROGRESS');
    const update = await ask('cloudformation', 'UpdateStack', { StackName: 'S', TemplateBody });
    expect(update.text).toMatch(/Stack:arn:.* is in CREATE_IN_PROGRESS state and can not be updated/);
    const set = { StackName: 'S', ChangeSetName: 'c', ChangeSetType: 'UPDATE', TemplateBody };
    expect((await ask('cloudformation', 'CreateChangeSet', set)).text).toContain('CREATE_IN_PROGRESS state');
    release();
    await cloud.idle();
    expect(cloud.stacks()[0]?.status).toBe('CREATE_COMPLETE');
  });

  test('a deletion ends a creation after its step', async () => {
    const ask = await start();
    await ask('cloudformation', 'CreateStack', { StackName: 'S', TemplateBody });
    await untilStatus(ask, 'CREATE_IN_PROGRESS');
    expect((await ask('cloudformation', 'DeleteStack', { StackName: 'S' })).status).toBe(200);
    release();
    await cloud.idle();
    expect(cloud.stacks()).toEqual([]);
    expect(cloud.requests().every(({ outcome }) => outcome !== 'failed')).toBe(true);
  });

  test('a running update cannot be deleted', async () => {
    const ask = await start();
    release();
    await ask('cloudformation', 'CreateStack', { StackName: 'S', TemplateBody });
    await cloud.idle();
    let goOn: (value?: undefined) => void = () => undefined;
    cloud.plant(({ logicalId }) => (logicalId === 'Late' ? new Promise((resolve) => (goOn = resolve)) : undefined));
    const changed = TemplateBody.replace('"C":', '"Late":').replace('three', 'four');
    await ask('cloudformation', 'UpdateStack', { StackName: 'S', TemplateBody: changed });
    const refused = await ask('cloudformation', 'DeleteStack', { StackName: 'S' });
    expect(refused.text).toMatch(/Stack \[arn:.*\] cannot be deleted while in status UPDATE_IN_PROGRESS/);
    const begun = () => cloud.stacks()[0]?.resources.some(({ logicalId }) => logicalId === 'Late') === true;
    for (let turns = 0; turns < 100 && !begun(); turns += 1) await new Promise((later) => setImmediate(later));
    goOn();
    await cloud.idle();
    expect(cloud.stacks()[0]?.status).toBe('UPDATE_COMPLETE');
  });

  test('closing the cloud ends what runs after its step', async () => {
    const ask = await start();
    await ask('cloudformation', 'CreateStack', { StackName: 'S', TemplateBody });
    await untilStatus(ask, 'CREATE_IN_PROGRESS');
    // The gate stays shut: what waits is left as it is.
    await cloud.close();
    expect(cloud.stacks()[0]?.status).toBe('CREATE_IN_PROGRESS');
  });
});
