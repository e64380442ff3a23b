import type { Json } from '../../../../../../lib/constraints/json';
import { ExecutionRun } from '../../../../../../lib/local/aws/services/states/execution-run';
import { runMachine } from '../../../../../../lib/local/aws/services/states/interpreter';
import { readMachine } from '../../../../../../lib/local/aws/services/states/machine';
import { StateError } from '../../../../../../lib/local/aws/services/states/state-error';

const functionArn = 'arn:aws:lambda:eu-central-1:111111111111:function:f';
const integration = 'arn:aws:states:::dynamodb:getItem';
const task = (fields: Record<string, unknown> = {}) => ({ Type: 'Task', Resource: integration, End: true, ...fields });
const one = (state: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  StartAt: 'A',
  States: { A: state, ...more },
});

/** Runs a machine whose tasks give their input back, or fail some times. */
async function run(definition: object, input: Json = {}, failures: readonly string[] = []) {
  const machine = readMachine(JSON.parse(JSON.stringify(definition)) as Json);
  if (typeof machine === 'string') throw new Error(machine);
  const calls: Json[] = [];
  const paused: number[] = [];
  const execution = new ExecutionRun(
    {
      task: (_resource, given) => {
        calls.push(given);
        const error = failures[calls.length - 1];
        return error === undefined ? Promise.resolve(given) : Promise.reject(new StateError(error, 'why'));
      },
      pause: (seconds) => {
        paused.push(seconds);
        return Promise.resolve();
      },
      now: () => 0,
      uuid: () => 'a-uuid',
      random: () => 0.5,
    },
    { Execution: { Name: 'test' } },
    machine.timeoutSeconds,
  );
  const end = await runMachine(machine.flow, input, execution);
  const output =
    end.status === 'SUCCEEDED' ? (JSON.parse(end.output) as unknown) : `${end.status} ${end.error}: ${end.cause}`;
  return { output, calls, paused, waited: execution.now / 1000, history: execution.history };
}

const pass = (fields: Record<string, unknown>) => one({ Type: 'Pass', End: true, ...fields });
const template = (value: string) => pass({ Parameters: { 'v.$': value } });
const data = { a: { b: [1, 2, 3] }, list: [{ id: 'x' }, { id: 'y' }], text: 'hi', json: '{"k":1}' };
const jsonata = (Output: unknown, more = {}) => ({ QueryLanguage: 'JSONata', ...pass({ Output, ...more }) });

it.each([
  ['a path', template('$.a.b[1]'), { v: 2 }],
  ['a path to many', template('$.list[*].id'), { v: ['x', 'y'] }],
  ['a slice', template('$.a.b[0:2]'), { v: [1, 2] }],
  ['the context', template('$$.Execution.Name'), { v: 'test' }],
  [
    'InputPath and ResultPath',
    pass({ InputPath: '$.a', ResultPath: '$.new.place' }),
    { ...data, new: { place: data.a } },
  ],
  ['OutputPath', pass({ OutputPath: '$.text' }), 'hi'],
  ['Result', pass({ Result: { x: 1 }, ResultPath: null }), data],
  ['States.Format', template("States.Format('{}-{}', $.text, States.ArrayLength($.a.b))"), { v: 'hi-3' }],
  ['States.StringToJson', template('States.StringToJson($.json)'), { v: { k: 1 } }],
  [
    'States.JsonMerge',
    template('States.JsonMerge($.a, States.StringToJson($.json), false)'),
    { v: { b: [1, 2, 3], k: 1 } },
  ],
  ['States.ArrayPartition', template('States.ArrayPartition($.a.b, 2)'), { v: [[1, 2], [3]] }],
  ['States.ArrayRange', template('States.ArrayRange(1, 9, 4)'), { v: [1, 5, 9] }],
  ['States.ArrayContains', template('States.ArrayContains($.a.b, 3)'), { v: true }],
  ['States.Hash', template("States.Hash($.text, 'SHA-1')"), { v: 'c22b5f9178342609428d6f51b2c5af4c0bde6a42' }],
  ['States.Base64Encode', template('States.Base64Decode(States.Base64Encode($.text))'), { v: 'hi' }],
  ['States.StringSplit', template("States.StringSplit('a,b;c', ',;')"), { v: ['a', 'b', 'c'] }],
  ['States.MathAdd', template('States.MathAdd(2, -5)'), { v: -3 }],
  ['States.UUID', template('States.UUID()'), { v: 'a-uuid' }],
  ['a missing path', template('$.absent'), /^FAILED States.ParameterPathFailure/],
  ['a wrong argument', template('States.ArrayLength($.text)'), /^FAILED States.IntrinsicFailure/],
  ['a filter', template('$.list[?(@.id)]'), /^FAILED States.Runtime: The local cloud does not read the path/],
  ['JSONata', jsonata({ v: '{% $sum($states.input.a.b) %}', w: 'plain' }), { v: 6, w: 'plain' }],
  [
    'functions of Step Functions',
    jsonata(['{% $parse($states.input.json).k %}', '{% $uuid() %}', '{% $partition([1,2,3], 2) %}']),
    [1, 'a-uuid', [[1, 2], [3]]],
  ],
  [
    'JSONata without a value',
    jsonata('{% $states.input.absent %}'),
    /^FAILED States.QueryEvaluationError.*returned nothing/,
  ],
  ['$eval', jsonata("{% $eval('1') %}"), /^FAILED States.QueryEvaluationError/],
  [
    'endless recursion',
    jsonata('{% ($f := function($n){ 1 + $f($n + 1) }; $f(0)) %}'),
    /^FAILED States.QueryEvaluationError/,
  ],
])('reads data: %s', async (_what, definition, expected) => {
  const { output } = await run(definition, data);
  if (expected instanceof RegExp) expect(output).toMatch(expected);
  else expect(output).toEqual(expected);
});

const rules: readonly (readonly [Record<string, unknown>, boolean])[] = [
  [{ Variable: '$.n', NumericGreaterThan: 4 }, true],
  [{ Variable: '$.n', NumericLessThanEqualsPath: '$.m' }, false],
  [{ Variable: '$.s', StringMatches: 'log-*.txt' }, true],
  [{ Variable: '$.s', StringEquals: 'log' }, false],
  [{ Variable: '$.absent', IsPresent: false }, true],
  [{ Variable: '$.t', TimestampLessThan: '2026-12-02T00:00:00Z' }, true],
  [{ And: [{ Variable: '$.n', IsNumeric: true }, { Not: { Variable: '$.on', BooleanEquals: false } }] }, true],
  [
    {
      Or: [
        { Variable: '$.s', IsNull: true },
        { Variable: '$.n', NumericEquals: 5 },
      ],
    },
    true,
  ],
];
it.each(rules)('chooses by %j', async (rule, expected) => {
  const definition = one(
    { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
    { Yes: { Type: 'Pass', Result: true, End: true }, No: { Type: 'Pass', Result: false, End: true } },
  );
  const input = { n: 5, m: 4, s: 'log-1.txt', t: '2026-12-01T00:00:00Z', on: true };
  expect((await run(definition, input)).output).toBe(expected);
});

it('retries after growing delays on its own clock; functions are waited for in real time', async () => {
  const Retry = [
    { ErrorEquals: ['Throttled'], IntervalSeconds: 10, MaxAttempts: 3, BackoffRate: 3, MaxDelaySeconds: 60 },
  ];
  const failures = ['Throttled', 'Throttled', 'Throttled'];
  const waited = await run(one(task({ Retry })), 1, failures);
  expect(waited).toMatchObject({ output: 1, waited: 10 + 30 + 60, paused: [] });
  const paused = await run(one(task({ Retry, Resource: functionArn })), 1, failures);
  expect(paused).toMatchObject({ output: 1, waited: 0, paused: [10, 30, 60] });
  expect((await run(one(task({ Retry })), 1, [...failures, 'Throttled'])).output).toBe('FAILED Throttled: why');
});

it('catches by name, with the error where the catcher puts it', async () => {
  const Catch = [
    { ErrorEquals: ['Other'], Next: 'B' },
    { ErrorEquals: ['States.TaskFailed'], ResultPath: '$.error', Next: 'B' },
  ];
  const definition = one(task({ Catch }), { B: { Type: 'Pass', End: true } });
  expect((await run(definition, { id: 1 }, ['Broken'])).output).toEqual({
    id: 1,
    error: { Error: 'Broken', Cause: 'why' },
  });
  expect((await run(definition, { id: 1 }, ['States.Runtime'])).output).toBe('FAILED States.Runtime: why');
});

it('maps with an item, runs branches with variables of their own, and assigns', async () => {
  const map = one({
    Type: 'Map',
    ItemsPath: '$.list',
    ItemSelector: { 'at.$': '$$.Map.Item.Index', 'id.$': '$$.Map.Item.Value.id', 'text.$': '$.text' },
    ItemProcessor: { StartAt: 'T', States: { T: task() } },
    ResultPath: '$.done',
    End: true,
  });
  expect((await run(map, data)).output).toMatchObject({
    text: 'hi',
    done: [
      { at: 0, id: 'x', text: 'hi' },
      { at: 1, id: 'y', text: 'hi' },
    ],
  });
  const wait = (Seconds: number, x: number) => ({
    StartAt: `W${x}`,
    States: {
      [`W${x}`]: { Type: 'Wait', Seconds, Assign: { x }, Next: `P${x}` },
      [`P${x}`]: { Type: 'Pass', Parameters: { 'x.$': '$x' }, End: true },
    },
  });
  const parallel = one(
    { Type: 'Pass', Assign: { x: 0 }, Next: 'B' },
    {
      B: { Type: 'Parallel', Branches: [wait(60, 1), wait(3600, 2)], Next: 'C' },
      C: { Type: 'Pass', Parameters: { 'branches.$': '$', 'x.$': '$x' }, End: true },
    },
  );
  expect(await run(parallel)).toMatchObject({ output: { branches: [{ x: 1 }, { x: 2 }], x: 0 }, waited: 3600 });
});

it('runs states in JSONata: arguments, conditions, items, errors', async () => {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'Map',
    States: {
      Map: {
        Type: 'Map',
        Items: '{% $states.input.scores %}',
        ItemSelector: { score: '{% $states.context.Map.Item.Value %}' },
        ItemProcessor: {
          StartAt: 'Score',
          States: {
            Score: task({ Arguments: { s: '{% $states.input.score * 2 %}' }, Output: '{% $states.result.s %}' }),
          },
        },
        Assign: { total: '{% $sum($states.result) %}' },
        Next: 'Gate',
      },
      Gate: { Type: 'Choice', Choices: [{ Condition: '{% $total > 10 %}', Next: 'Good' }], Default: 'Bad' },
      Good: task({
        Arguments: '{% {"t": $total} %}',
        Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'End' }],
      }),
      Bad: { Type: 'Fail', Error: 'TooLow', Cause: '{% "total " & $string($total) %}' },
      End: { Type: 'Succeed' },
    },
  };
  expect((await run(definition, { scores: [3, 4] })).output).toEqual({ t: 14 });
  expect((await run(definition, { scores: [1] })).output).toBe('FAILED TooLow: total 2');
});

it('ends what runs too long, and tells its history', async () => {
  const slow = { TimeoutSeconds: 60, ...one({ Type: 'Wait', Seconds: 61, Next: 'B' }, { B: { Type: 'Succeed' } }) };
  expect((await run(slow)).output).toMatch(/^TIMED_OUT States.Timeout/);
  const { history } = await run(one(task()), 1);
  expect(history.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
  const endless = one(
    { Type: 'Pass', Next: 'B' },
    {
      B: { Type: 'Pass', Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Variable: '$.never', IsPresent: true, Next: 'D' }], Default: 'B' },
      D: { Type: 'Succeed' },
    },
  );
  expect((await run(endless)).output).toMatch(
    /^FAILED States.Runtime: The execution reached the maximum of 25000 events/,
  );
});

it.each([
  [{ StartAt: 'B', States: { A: { Type: 'Succeed' } } }, /Missing 'StartAt' target: 'B'/],
  [one(task({ HeartbeatSeconds: 5 })), /field HeartbeatSeconds of state A is not run/],
  [
    one({
      Type: 'Map',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'T', States: { T: task() } },
      End: true,
    }),
    /a Map of mode DISTRIBUTED is not run/,
  ],
])('does not run %j', async (definition, expected) => {
  const outcome = await run(definition, [1]).then(
    ({ output }) => output,
    (error: unknown) => String(error),
  );
  expect(outcome).toMatch(expected);
});
