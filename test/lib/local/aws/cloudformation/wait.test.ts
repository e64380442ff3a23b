import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { beginRollback } from '../../../../../lib/local/aws/cloudformation/executor';
import { finish } from '../../../../../lib/local/aws/cloudformation/work';
import { Engine, failures, testAccount, testRegion } from '../engine';
import { client } from '../wire';

const handle = { Type: 'AWS::CloudFormation::WaitConditionHandle' };
const condition = (Count = 1, Timeout = '600'): unknown => ({
  Type: 'AWS::CloudFormation::WaitCondition',
  Properties: { Handle: { Ref: 'H' }, Timeout, Count },
});
const policy = {
  Type: 'AWS::CloudFormation::WaitCondition',
  CreationPolicy: { ResourceSignal: { Count: 2, Timeout: 'PT15M' } },
};

describe('through HTTP', () => {
  let cloud: LocalAws;
  beforeEach(async () => {
    cloud = await startLocalAws();
  });
  afterEach(() => cloud.close());
  const ask = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
    client(cloud, testAccount, testRegion).ask('cloudformation', action, { StackName: 'S', ...parameters });
  const resource = (wanted: string) =>
    cloud.stacks()[0]?.resources.find(({ logicalId, status }) => logicalId === wanted && status !== '');
  /** Creates the stack, and returns when a resource of it waits. */
  const begin = async (Resources: Readonly<Record<string, unknown>>, waits: string): Promise<void> => {
    const Outputs = waits === 'W' ? { Data: { Value: { 'Fn::GetAtt': ['W', 'Data'] } } } : {};
    const created = await ask('CreateStack', { TemplateBody: JSON.stringify({ Resources, Outputs }) });
    expect([created.status, created.text]).toEqual([200, expect.any(String)]);
    for (let polls = 0; polls < 100; polls += 1) {
      const { text } = await ask('DescribeStackEvents');
      if (new RegExp(`<LogicalResourceId>${waits}<[^]*?Resource creation Initiated`).test(text)) return;
    }
  };
  const put = (body: unknown) => fetch(resource('H')?.physicalId ?? '', { method: 'PUT', body: JSON.stringify(body) });

  test('a wait condition ends with the signals that were put to the URL of its handle', async () => {
    await begin({ H: handle, W: condition(2) }, 'W');
    expect((await put({ Status: 'SUCCESS', UniqueId: 'a', Data: 'one', Reason: 'done' })).status).toBe(200);
    expect((await put({ Status: 'SUCCESS', UniqueId: 'a', Data: 'again', Reason: 'done' })).status).toBe(200);
    expect(cloud.stacks()[0]?.status).toBe('CREATE_IN_PROGRESS');
    await put({ Status: 'SUCCESS', UniqueId: 'b', Data: 'two', Reason: 'done' });
    await cloud.idle();
    expect(cloud.stacks()[0]).toMatchObject({ status: 'CREATE_COMPLETE', outputs: { Data: '{"a":"one","b":"two"}' } });
  });

  test('a signal of failure fails it with its reason', async () => {
    await begin({ H: handle, W: condition() }, 'W');
    await put({ Status: 'FAILURE', UniqueId: 'a', Reason: 'no disk' });
    await cloud.idle();
    expect((await ask('DescribeStackEvents')).text).toContain(
      "WaitCondition received failed message: 'no disk' for uniqueId: a",
    );
    expect(cloud.stacks()[0]?.status).toBe('ROLLBACK_COMPLETE');
  });

  test('what is no signal, or is not signed, is refused', async () => {
    await begin({ H: handle, W: condition() }, 'W');
    expect((await put({ Status: 'PERHAPS', UniqueId: 'a' })).status).toBe(400);
    const url = new URL(resource('H')?.physicalId ?? '');
    url.searchParams.set('X-Amz-Signature', 'wrong');
    expect((await fetch(url, { method: 'PUT', body: '{}' })).status).toBe(403);
    // The stack still waits: closing the cloud ends that.
    expect(cloud.stacks()[0]?.status).toBe('CREATE_IN_PROGRESS');
  });

  test('a resource with a creation policy waits for SignalResource', async () => {
    await begin({ P: policy }, 'P');
    const signal = (UniqueId: string, Status = 'SUCCESS') =>
      ask('SignalResource', { LogicalResourceId: 'P', UniqueId, Status });
    expect((await signal('a')).status).toBe(200);
    expect((await signal('b', 'MAYBE')).text).toContain('Member must satisfy enum value set: [FAILURE, SUCCESS]');
    await signal('b');
    await cloud.idle();
    expect(cloud.stacks()[0]?.status).toBe('CREATE_COMPLETE');
    expect((await ask('DescribeStackEvents')).text).toContain('Received SUCCESS signal with UniqueId b');
    expect((await signal('c')).text).toContain('is in CREATE_COMPLETE state and cannot be signaled');
  });

  test('a deletion ends the wait', async () => {
    await begin({ P: policy }, 'P');
    await ask('DeleteStack');
    await cloud.idle();
    expect(cloud.stacks()).toEqual([]);
  });
});

describe('without its signals and without a rollback', () => {
  const failing = async () => {
    const engine = new Engine();
    engine.cloud.signals.sleep = () => Promise.resolve();
    const stack = engine.stack('S');
    const options = { disableRollback: true };
    engine.cloud.operations.start(stack, engine.begin(stack, { Resources: { P: policy } }, {}, options));
    await engine.cloud.operations.idle();
    const physicalId = stack.resources.get('P')?.physicalId;
    expect([stack.status, stack.resources.get('P')?.status, physicalId]).toEqual([
      'CREATE_FAILED',
      'CREATE_FAILED',
      expect.stringMatching(/./),
    ]);
    const existing = () => engine.cloud.registry.all('AWS::CloudFormation::WaitCondition').length;
    expect(existing()).toBe(1);
    return { engine, stack, existing };
  };

  test('a resource is kept, and a rollback deletes it', async () => {
    const { engine, stack, existing } = await failing();
    const { failed } = stack;
    if (failed === undefined) throw new Error('the stack did not fail');
    finish(beginRollback(stack, failed, engine.cloud, { clientRequestToken: undefined, retainExceptOnCreate: false }));
    expect([stack.status, existing()]).toEqual(['ROLLBACK_COMPLETE', 0]);
  });

  test('a resource is kept, and goes with its stack', async () => {
    const { engine, stack, existing } = await failing();
    engine.destroy(stack);
    expect([stack.status, existing()]).toEqual(['DELETE_COMPLETE', 0]);
  });

  test('a resource is kept, and the next deployment creates it anew', async () => {
    const { engine, stack, existing } = await failing();
    const Resources = { P: { Type: 'AWS::CloudFormation::WaitCondition' } };
    finish(engine.begin(stack, { Resources }, {}, { disableRollback: true }));
    expect([stack.status, stack.resources.get('P')?.status, existing()]).toEqual([
      'UPDATE_COMPLETE',
      'CREATE_COMPLETE',
      1,
    ]);
  });
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  [
    'a wait condition',
    { H: handle, W: condition(3) },
    'W: WaitCondition timed out. Received 0 conditions when expecting 3',
  ],
  ['a creation policy', { P: policy }, 'P: Failed to receive 2 resource signal(s) within the specified duration'],
])('%s ends in its time', async (_name, Resources, reason) => {
  const engine = new Engine();
  const waited: number[] = [];
  engine.cloud.signals.sleep = (milliseconds) => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  const stack = engine.stack('S');
  engine.cloud.operations.start(stack, engine.begin(stack, { Resources }));
  await engine.cloud.operations.idle();
  expect([stack.status, failures(stack)]).toEqual(['ROLLBACK_COMPLETE', [reason]]);
  expect(waited).toEqual([reason.startsWith('W') ? 600_000 : 900_000]);
});
