import type { Machine, MachinePorts } from '../../../../../lib/local/aws/functions/state-machine';
import { machineOf, runMachine } from '../../../../../lib/local/aws/functions/state-machine';

const arn = (name: string): string => `arn:aws:lambda:eu-central-1:111111111111:function:${name}`;
const task = (name: string, fields = {}) => ({ Type: 'Task', Resource: arn(name), End: true, ...fields });

/** As the Provider framework of aws-cdk-lib 2.276.0 declares its waiter. */
const waiter = {
  StartAt: 'ask',
  States: {
    ask: task('ask', {
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 2, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'give-up' }],
    }),
    'give-up': task('give-up'),
  },
};

function read(definition: unknown): Machine {
  const machine = machineOf(JSON.stringify(definition));
  if (typeof machine === 'string') throw new Error(machine);
  return machine;
}

/** Runs with a function that fails some times. */
async function run(definition: unknown, failures: number) {
  const calls: string[] = [];
  const slept: number[] = [];
  const ports: MachinePorts = {
    invoke: (functionArn, input) => {
      calls.push(`${functionArn.split(':').at(-1) ?? ''} ${input}`);
      const fault = { errorType: 'Retry', errorMessage: 'not yet' };
      const failing = calls.length <= failures;
      return Promise.resolve(failing ? { payload: JSON.stringify(fault), fault } : { payload: '"done"' });
    },
    sleep: (seconds) => {
      slept.push(seconds);
      return Promise.resolve();
    },
  };
  return { end: await runMachine(read(definition), '{"id":1}', ports), calls, slept };
}

test('retries with growing pauses until the function succeeds', async () => {
  expect(await run(waiter, 2)).toEqual({
    end: { status: 'SUCCEEDED', output: '"done"' },
    calls: ['ask {"id":1}', 'ask {"id":1}', 'ask {"id":1}'],
    slept: [5, 10],
  });
});

test('after the last attempt the error goes to its catcher, with the payload as the cause', async () => {
  const { end, calls } = await run(waiter, 3);
  expect(end.status).toBe('SUCCEEDED');
  const cause = JSON.stringify({ errorType: 'Retry', errorMessage: 'not yet' });
  expect(calls.at(-1)).toBe(`give-up ${JSON.stringify({ Error: 'Retry', Cause: cause })}`);
});

test('an error that nothing catches fails the execution; a name of another error catches nothing', async () => {
  const one = { StartAt: 'ask', States: { ask: task('ask', { Catch: [{ ErrorEquals: ['Other'], Next: 'ask' }] }) } };
  expect((await run(one, 1)).end).toEqual({
    status: 'FAILED',
    error: 'Retry',
    cause: '{"errorType":"Retry","errorMessage":"not yet"}',
  });
});

test.each([
  ['{', /no JSON object/],
  [{ StartAt: 'a', States: { a: { Type: 'Wait', Seconds: 1, End: true } } }, /state a is no Task/],
  [{ StartAt: 'a', States: { a: task('x', { ResultPath: '$.x' }) } }, /field ResultPath of state a/],
  [
    { StartAt: 'a', States: { a: task('x', { Retry: [{ ErrorEquals: [], JitterStrategy: 'FULL' }] }) } },
    /JitterStrategy/,
  ],
  [
    { StartAt: 'a', States: { a: { ...task('x'), Resource: 'arn:aws:states:::sqs:sendMessage' } } },
    /no Lambda function/,
  ],
])('a machine of anything else is not interpreted: %j', (definition, reason) => {
  expect(machineOf(typeof definition === 'string' ? definition : JSON.stringify(definition))).toMatch(reason);
});
