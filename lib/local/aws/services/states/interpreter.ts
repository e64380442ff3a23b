import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import { listAt, numberAt, textAt } from '../../../../constraints/value';
import { meetsRule } from './choice';
import type { ExecutionRun, FlowScope } from './execution-run';
import { ExecutionTimeout, Stopped } from './execution-run';
import { fromTemplate, pathOrFunction } from './expressions';
import { withResult } from './json-path';
import type { Flow } from './machine';
import { innerFlow, stateLanguage } from './machine';
import type { StateEntry } from './state-data';
import { assign, effectiveInput, fieldOf, outputOf, pathScope, withExpressions, workInput } from './state-data';
import { assertSize, namesError, runtimeError, StateError } from './state-error';

/** Where a state leads: its output, and the next state; undefined ends the flow. */
interface Left {
  readonly output: Json;
  readonly next: string | undefined;
}

/** Runs a flow to its end. @returns its output. @throws StateError, Stopped */
async function runFlow(flow: Flow, input: Json, run: ExecutionRun, scope: FlowScope): Promise<Json> {
  let name = flow.startAt;
  let data = input;
  for (;;) {
    run.assertGoingOn();
    const state = flow.states.get(name);
    if (state === undefined) throw runtimeError(`There is no state ${name}`);
    const left = await runState(name, state, data, { flow, run, scope });
    if (left.next === undefined) return left.output;
    [name, data] = [left.next, left.output];
  }
}

interface Surroundings {
  readonly flow: Flow;
  readonly run: ExecutionRun;
  readonly scope: FlowScope;
}

async function runState(
  name: string,
  state: JsonObject,
  input: Json,
  { flow, run, scope }: Surroundings,
): Promise<Left> {
  const type = textAt(state, 'Type') ?? '';
  const details = (direction: string, content: JsonObject) =>
    [`state${direction}EventDetails`, { name, ...content }] as const;
  run.record(`${type}StateEntered`, details('Entered', { input: JSON.stringify(input) }));
  const enteredAt = run.now;
  const jsonata = stateLanguage(state, flow) === 'JSONata';
  const entry: StateEntry = { name, state, run, scope, jsonata, input, enteredAt, retryCount: 0 };
  const left = await withRetries(entry, flow);
  run.record(`${type}StateExited`, details('Exited', { output: JSON.stringify(left.output) }));
  return left;
}

/** Runs a state until it succeeds, no retrier is left, or a catcher leads on. */
async function withRetries(entry: StateEntry, flow: Flow): Promise<Left> {
  const attempts = new Map<JsonObject, number>();
  const { state, run } = entry;
  for (let retryCount = 0; ; retryCount += 1) {
    try {
      return await leave({ ...entry, retryCount }, flow);
    } catch (error) {
      if (!(error instanceof StateError) || error instanceof ExecutionTimeout) throw error;
      const retrier = ruleFor(error, state['Retry']);
      const attempt = retrier === undefined ? 0 : (attempts.get(retrier) ?? 0);
      if (retrier === undefined || attempt >= (numberAt(retrier, 'MaxAttempts') ?? 3)) return caught(entry, error);
      attempts.set(retrier, attempt + 1);
      const seconds = backoff(retrier, attempt);
      if (isFunction(textAt(state, 'Resource') ?? '')) await run.ports.pause(seconds);
      else run.wait(seconds);
      run.assertGoingOn();
    }
  }
}

function isFunction(resource: string): boolean {
  return resource.includes(':lambda:');
}

/** Seconds before the next attempt. Jitter would make an execution another at each run: the full delay is taken. */
function backoff(retrier: JsonObject, attempt: number): number {
  const seconds = (numberAt(retrier, 'IntervalSeconds') ?? 1) * (numberAt(retrier, 'BackoffRate') ?? 2) ** attempt;
  return Math.min(seconds, numberAt(retrier, 'MaxDelaySeconds') ?? Number.POSITIVE_INFINITY);
}

function ruleFor(error: StateError, rules: Json | undefined): JsonObject | undefined {
  return (isList(rules) ? rules.filter(isObject) : []).find((rule) =>
    namesError(
      listAt(rule, 'ErrorEquals').filter((name) => typeof name === 'string'),
      error,
    ),
  );
}

async function caught(entry: StateEntry, error: StateError): Promise<Left> {
  const catcher = ruleFor(error, entry.state['Catch']);
  if (catcher === undefined) throw error;
  const result = { Error: error.error, Cause: error.reason };
  const next = textAt(catcher, 'Next');
  const more = { errorOutput: result };
  await assign(catcher['Assign'], entry, { data: result, more });
  if (entry.jsonata)
    return {
      next,
      output: catcher['Output'] === undefined ? result : await withExpressions(catcher['Output'], entry, more),
    };
  const path = catcher['ResultPath'];
  const output =
    path === null ? entry.input : typeof path === 'string' ? withResult(entry.input, path, result) : result;
  return { next, output };
}

async function leave(entry: StateEntry, flow: Flow): Promise<Left> {
  const { state } = entry;
  const next = state['End'] === true ? undefined : textAt(state, 'Next');
  switch (textAt(state, 'Type')) {
    case 'Task':
      return { next, output: await outputOf(entry, await runTask(entry)) };
    case 'Pass':
      return { next, output: await outputOf(entry, await passed(entry)) };
    case 'Wait':
      entry.run.wait(await waitSeconds(entry));
      return { next, output: await outputOf(entry, inputOf(entry)) };
    case 'Choice':
      return choose(entry);
    case 'Parallel':
      return { next, output: await outputOf(entry, await runParallel(entry, flow)) };
    case 'Map':
      return { next, output: await outputOf(entry, await runMap(entry, flow)) };
    case 'Succeed':
      return { next: undefined, output: await outputOf(entry, inputOf(entry)) };
    default:
      throw await failed(entry);
  }
}

function inputOf(entry: StateEntry): Json {
  return entry.jsonata ? entry.input : effectiveInput(entry);
}

async function passed(entry: StateEntry): Promise<Json> {
  const { state, jsonata } = entry;
  return !jsonata && state['Result'] !== undefined ? state['Result'] : workInput(entry);
}

async function runTask(entry: StateEntry): Promise<Json> {
  const { state, run } = entry;
  const resource = textAt(state, 'Resource') ?? '';
  const input = await workInput(entry);
  const scheduled = { resource, resourceType: resource.split(':').slice(5).join(':'), region: '' };
  run.record('TaskScheduled', ['taskScheduledEventDetails', { ...scheduled, parameters: JSON.stringify(input) }]);
  const seconds = await fieldOf(entry, 'TimeoutSeconds');
  const before = run.ports.now();
  try {
    const result = assertSize(await run.ports.task(resource, input), `result of state ${entry.name}`);
    if (typeof seconds === 'number' && run.ports.now() - before > seconds * 1000)
      throw new StateError('States.Timeout', `The task ran longer than ${seconds} seconds`);
    run.record('TaskSucceeded', ['taskSucceededEventDetails', { ...scheduled, output: JSON.stringify(result) }]);
    return result;
  } catch (error) {
    if (error instanceof StateError)
      run.record('TaskFailed', ['taskFailedEventDetails', { ...scheduled, error: error.error, cause: error.reason }]);
    throw error;
  }
}

async function waitSeconds(entry: StateEntry): Promise<number> {
  const seconds = await fieldOf(entry, 'Seconds');
  if (typeof seconds === 'number' && seconds >= 0) return seconds;
  const timestamp = await fieldOf(entry, 'Timestamp');
  const time = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(time)) throw runtimeError(`State ${entry.name} says neither seconds nor a timestamp to wait for`);
  return (time - entry.run.now) / 1000;
}

async function choose(entry: StateEntry): Promise<Left> {
  const { state, jsonata } = entry;
  const data = inputOf(entry);
  for (const rule of listAt(state, 'Choices').filter(isObject)) {
    const met = jsonata
      ? (await withExpressions(rule['Condition'] ?? false, entry)) === true
      : meetsRule(rule, pathScope(entry, data));
    if (!met) continue;
    await assign(rule['Assign'], entry, { data, more: {} });
    const output = jsonata && rule['Output'] !== undefined ? await withExpressions(rule['Output'], entry) : undefined;
    return {
      next: textAt(rule, 'Next'),
      output: output ?? (await outputOf({ ...entry, state: withoutAssign(state) }, data)),
    };
  }
  const next = textAt(state, 'Default');
  if (next === undefined)
    throw new StateError('States.NoChoiceMatched', `No rule of state ${entry.name} fits, and it has no Default`);
  return { next, output: await outputOf(entry, data) };
}

/** Assign of a Choice state counts only where no rule fits. */
function withoutAssign(state: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(state).filter(([name]) => name !== 'Assign'));
}

async function runParallel(entry: StateEntry, flow: Flow): Promise<Json> {
  const input = await workInput(entry);
  return entry.run.together(listAt(entry.state, 'Branches').map((branch) => () => inner(branch, input, entry, flow)));
}

async function runMap(entry: StateEntry, flow: Flow): Promise<Json> {
  const { state, jsonata } = entry;
  const data = inputOf(entry);
  const path = textAt(state, 'ItemsPath');
  const items = jsonata
    ? state['Items'] === undefined
      ? data
      : await withExpressions(state['Items'], entry)
    : path === undefined
      ? data
      : pathOrFunction(path, pathScope(entry, data));
  if (!isList(items)) throw runtimeError(`The items of state ${entry.name} are no list`);
  const processor = state['ItemProcessor'] ?? state['Iterator'];
  return entry.run.together(
    items.map((value, index) => async () => {
      const item = { Index: index, Value: value };
      const of: StateEntry = { ...entry, scope: { ...entry.scope, item } };
      const selector = state['ItemSelector'] ?? (jsonata ? undefined : state['Parameters']);
      const input =
        selector === undefined
          ? value
          : jsonata
            ? await withExpressions(selector, of)
            : fromTemplate(selector, pathScope(of, data));
      return inner(processor, input, of, flow);
    }),
  );
}

/** A flow inside a state: it reads the variables around it, and what it assigns ends with it. */
function inner(of: Json | undefined, input: Json, entry: StateEntry, flow: Flow): Promise<Json> {
  const found = innerFlow(of, flow.language);
  if (typeof found === 'string') throw runtimeError(`State ${entry.name}: ${found}`);
  const scope: FlowScope = { ...entry.scope, variables: new Map(entry.scope.variables) };
  return runFlow(found, input, entry.run, scope);
}

async function failed(entry: StateEntry): Promise<StateError> {
  const [error, cause] = [await fieldOf(entry, 'Error'), await fieldOf(entry, 'Cause')];
  return new StateError(typeof error === 'string' ? error : '', typeof cause === 'string' ? cause : '');
}

/** How an execution ended. */
export type MachineEnd =
  | { readonly status: 'SUCCEEDED'; readonly output: string }
  | { readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; readonly error: string; readonly cause: string };

/** Runs a machine to its end; its history tells how. */
export async function runMachine(flow: Flow, input: Json, run: ExecutionRun): Promise<MachineEnd> {
  run.record('ExecutionStarted', ['executionStartedEventDetails', { input: JSON.stringify(input) }]);
  try {
    const output = JSON.stringify(
      await runFlow(flow, input, run, { language: flow.language, variables: new Map(), item: undefined }),
    );
    run.record('ExecutionSucceeded', ['executionSucceededEventDetails', { output }]);
    return { status: 'SUCCEEDED', output };
  } catch (error) {
    if (error instanceof Stopped) return { status: 'ABORTED', error: '', cause: '' };
    if (!(error instanceof StateError)) throw error;
    const timedOut = error instanceof ExecutionTimeout;
    const details = { error: error.error, cause: error.reason };
    run.history.push(
      timedOut
        ? { type: 'ExecutionTimedOut', time: run.now, details: ['executionTimedOutEventDetails', details] }
        : { type: 'ExecutionFailed', time: run.now, details: ['executionFailedEventDetails', details] },
    );
    return { status: timedOut ? 'TIMED_OUT' : 'FAILED', ...details };
  }
}
