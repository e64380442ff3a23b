import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText, tryParseJson } from '../../../constraints/json';
import type { FunctionFault } from './handler-process';

/** What an interpreted state machine does to the world. */
export interface MachinePorts {
  /** Runs a function. @returns its JSON text or its fault */
  invoke(functionArn: string, input: string): Promise<{ readonly payload: string; readonly fault?: FunctionFault }>;
  sleep(seconds: number): Promise<void>;
}

/** How an execution ended. */
export type MachineEnd =
  | { readonly status: 'SUCCEEDED'; readonly output: string }
  | { readonly status: 'FAILED'; readonly error: string; readonly cause: string };

/** A rule for errors of a task: what it matches, and what follows. */
interface Retrier {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
}

/** A task of a machine that is interpreted. */
interface Task {
  readonly functionArn: string;
  readonly retry: readonly Retrier[];
  readonly catchers: readonly { readonly errors: readonly string[]; readonly next: string }[];
  /** Undefined ends the execution. */
  readonly next: string | undefined;
}

/** A machine of tasks that are functions: what the Provider framework of aws-cdk-lib waits with. */
export interface Machine {
  readonly start: string;
  readonly tasks: ReadonlyMap<string, Task>;
}

/** Fields of a task that are interpreted; Comment says nothing. */
const known = new Set(['Type', 'Resource', 'Retry', 'Catch', 'Next', 'End', 'Comment']);
const knownRetry = new Set(['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate']);
const lambdaArn = /^arn:aws[\w-]*:lambda:/;

/**
 * Reads a definition in the Amazon States Language. @returns why it is not interpreted, when it uses more than tasks of
 * Lambda functions with Retry, Catch, Next and End
 */
export function machineOf(definition: string): Machine | string {
  const parsed = tryParseJson(definition);
  if (!isObject(parsed) || !isObject(parsed['States'])) return 'its definition is no JSON object with States';
  const tasks = new Map<string, Task>();
  for (const [name, state] of Object.entries(parsed['States'])) {
    if (!isObject(state) || state['Type'] !== 'Task') return `state ${name} is no Task`;
    const functionArn = scalarText(state['Resource']) ?? '';
    if (!lambdaArn.test(functionArn)) return `the Resource of state ${name} is no Lambda function: ${functionArn}`;
    const extra = Object.keys(state).find((field) => !known.has(field)) ?? unknownRetry(state);
    if (extra !== undefined) return `field ${extra} of state ${name} is not interpreted`;
    tasks.set(name, {
      functionArn,
      retry: objects(state['Retry']).map((rule) => ({
        errors: texts(rule['ErrorEquals']),
        intervalSeconds: Number(rule['IntervalSeconds'] ?? 1),
        maxAttempts: Number(rule['MaxAttempts'] ?? 3),
        backoffRate: Number(rule['BackoffRate'] ?? 2),
      })),
      catchers: objects(state['Catch']).map((rule) => ({
        errors: texts(rule['ErrorEquals']),
        next: scalarText(rule['Next']) ?? '',
      })),
      next: scalarText(state['Next']),
    });
  }
  return { start: scalarText(parsed['StartAt']) ?? '', tasks };
}

function unknownRetry(state: JsonObject): string | undefined {
  return objects(state['Retry'])
    .flatMap((rule) => Object.keys(rule))
    .find((field) => !knownRetry.has(field));
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

function texts(value: Json | undefined): readonly string[] {
  return isList(value) ? value.flatMap((text) => scalarText(text) ?? []) : [];
}

/** Runs a machine to its end. */
export async function runMachine({ start, tasks }: Machine, input: string, ports: MachinePorts): Promise<MachineEnd> {
  let name = start;
  let data = input;
  for (;;) {
    const task = tasks.get(name);
    if (task === undefined) return { status: 'FAILED', error: 'States.Runtime', cause: `There is no state ${name}` };
    const { payload, fault } = await runTask(task, data, ports);
    if (fault === undefined) {
      if (task.next === undefined) return { status: 'SUCCEEDED', output: payload };
      [name, data] = [task.next, payload];
      continue;
    }
    // Step Functions gives the payload of the function as the cause of its error.
    const catcher = task.catchers.find(({ errors }) => matches(errors, fault));
    if (catcher === undefined) return { status: 'FAILED', error: fault.errorType, cause: payload };
    [name, data] = [catcher.next, JSON.stringify({ Error: fault.errorType, Cause: payload })];
  }
}

async function runTask(task: Task, input: string, ports: MachinePorts) {
  const attempts = new Map<Retrier, number>();
  for (;;) {
    const done = await ports.invoke(task.functionArn, input);
    const { fault } = done;
    if (fault === undefined) return done;
    const retrier = task.retry.find(({ errors }) => matches(errors, fault));
    const attempt = retrier === undefined ? 0 : (attempts.get(retrier) ?? 0);
    if (retrier === undefined || attempt >= retrier.maxAttempts) return done;
    attempts.set(retrier, attempt + 1);
    await ports.sleep(retrier.intervalSeconds * retrier.backoffRate ** attempt);
  }
}

function matches(errors: readonly string[], { errorType }: FunctionFault): boolean {
  return errors.some((error) => error === 'States.ALL' || error === 'States.TaskFailed' || error === errorType);
}
