import { startLocalAws } from '../../../../../lib/local/aws';
import { resume } from '../../../../../lib/local/aws/cloudformation/executor';
import type { ExecutionOptions } from '../../../../../lib/local/aws/cloudformation/operation';
import { finish } from '../../../../../lib/local/aws/cloudformation/work';
import { plainObject } from '../../../../../lib/local/aws/state/objects';
import { Engine, failures, testAccount, testRegion, trail } from '../engine';
import { client } from '../wire';

/** An engine whose waits end when its clock is moved. */
function timed() {
  const engine = new Engine();
  const waits = new Set<{ readonly until: number; readonly end: () => void }>();
  engine.cloud.signals.sleep = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const wait = {
        until: engine.time + milliseconds,
        end: () => {
          resolve(undefined);
        },
      };
      waits.add(wait);
      const stop = (): void => {
        waits.delete(wait);
        reject(new Error('stopped'));
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop);
    });
  const calm = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await new Promise((next) => setImmediate(next));
  };
  const pass = async (minutes: number): Promise<void> => {
    await calm();
    engine.time += minutes * 60_000;
    for (const wait of waits) if (wait.until <= engine.time) wait.end();
    await calm();
  };
  return { engine, pass, waits };
}

const waiting = { Type: 'AWS::CloudFormation::WaitCondition', CreationPolicy: { ResourceSignal: { Timeout: 'PT1H' } } };
const Resources = {
  T: { Type: 'AWS::SNS::Topic' },
  W: { ...waiting, DependsOn: 'T' },
  Last: { Type: 'AWS::SNS::Topic', DependsOn: 'W' },
};
const begin = (engine: Engine, options: Partial<ExecutionOptions>) => {
  const stack = engine.stack('S');
  engine.cloud.operations.start(stack, engine.begin(stack, { Resources }, {}, options));
  return stack;
};
const reasons = (stack: ReturnType<typeof begin>) =>
  stack.events.flatMap(({ logicalId, reason }) => (logicalId === 'S' && reason !== undefined ? [reason] : []));

test.each<[string, Partial<ExecutionOptions>, string, string]>([
  ['is rolled back', {}, 'ROLLBACK_COMPLETE', '. Rollback requested by user.'],
  ['stays as it is without a rollback', { disableRollback: true }, 'CREATE_FAILED', ''],
  ['is deleted where that is asked for', { deleteOnFailure: true }, 'DELETE_COMPLETE', '. Delete requested by user.'],
])('a creation that takes longer than its limit %s', async (_what, options, status, ending) => {
  const { engine, pass, waits } = timed();
  const stack = begin(engine, { ...options, timeoutMinutes: 5 });
  await pass(4);
  expect(stack.status).toBe('CREATE_IN_PROGRESS');
  await pass(1);
  expect(stack.status).toBe(status);
  expect(reasons(stack)).toContain(`Stack creation time exceeded the specified timeout${ending}`);
  expect(failures(stack)[0]).toBe('W: Resource creation cancelled');
  expect(trail(stack)).not.toContain('Last CREATE_IN_PROGRESS');
  expect(waits.size).toBe(0);
});

test('a creation within its limit ends its watch', async () => {
  const { engine, pass, waits } = timed();
  const stack = begin(engine, { timeoutMinutes: 5 });
  await pass(4);
  const signal = { uniqueId: 'a', status: 'SUCCESS', reason: undefined, data: undefined } as const;
  engine.cloud.signals.send(`${stack.id}|W`, signal);
  await pass(0);
  expect([stack.status, waits.size]).toEqual(['CREATE_COMPLETE', 0]);
  await pass(60);
  expect(stack.status).toBe('CREATE_COMPLETE');
});

test('a limit goes on where a process stopped', async () => {
  const { engine, pass } = timed();
  const stack = begin(engine, { timeoutMinutes: 5 });
  await pass(1);
  await engine.cloud.operations.stop();
  expect(stack.status).toBe('CREATE_IN_PROGRESS');
  engine.time += 10 * 60_000;
  const rest = resume(stack, engine.cloud);
  if (rest === undefined) throw new Error('nothing is left to do');
  finish(rest);
  expect([stack.status, reasons(stack)]).toEqual([
    'ROLLBACK_COMPLETE',
    expect.arrayContaining(['Stack creation time exceeded the specified timeout. Rollback requested by user.']),
  ]);
});

test('the limit of a nested stack fails it and its parent', async () => {
  const { engine, pass } = timed();
  engine.deploy(engine.stack('Assets'), {
    Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'templates' } } },
  });
  const body = Buffer.from(JSON.stringify({ Resources }));
  engine.cloud.buckets.get('templates')?.objects.set('child', plainObject('child', body, engine.cloud.now()));
  const stack = engine.stack('S');
  const TemplateURL = 'https://s3.eu-central-1.amazonaws.com/templates/child';
  const parent = { N: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL, TimeoutInMinutes: 5 } } };
  engine.cloud.operations.start(stack, engine.begin(stack, { Resources: parent }));
  await pass(4);
  expect(stack.status).toBe('CREATE_IN_PROGRESS');
  await pass(1);
  const child = engine.cloud.stacks(testAccount, testRegion).find(({ parentId }) => parentId === stack.id);
  expect([stack.status, child?.status, child?.timeoutMinutes]).toEqual(['ROLLBACK_COMPLETE', 'DELETE_COMPLETE', 5]);
  expect(failures(stack)[0]).toMatch(
    /^N: Embedded stack arn:.* was not successfully created: Stack creation time exceeded the specified timeout$/,
  );
});

test('a request says the limit, and DescribeStacks tells it', async () => {
  const cloud = await startLocalAws();
  const call = (action: string, more: Readonly<Record<string, string>>) =>
    client(cloud, testAccount, testRegion).query('cloudformation', action, { StackName: 'S', ...more });
  const TemplateBody = JSON.stringify({ Resources: { T: Resources.T } });
  for (const wrong of ['0', '-1', 'five'])
    expect((await call('CreateStack', { TemplateBody, TimeoutInMinutes: wrong })).text).toContain(
      `Value '${wrong}' at 'timeoutInMinutes' failed to satisfy constraint`,
    );
  await call('CreateStack', { TemplateBody, TimeoutInMinutes: '90000' });
  expect((await call('DescribeStacks', {})).text).toContain('<TimeoutInMinutes>90000</TimeoutInMinutes>');
  await cloud.close();
});
