import type { Json, JsonObject } from '../../../../constraints/json';
import { isObject } from '../../../../constraints/json';
import { textAt } from '../../../../constraints/value';
import type { ExecutionRun, FlowScope } from './execution-run';
import { evaluated, fromTemplate, pathOrFunction } from './expressions';
import type { IntrinsicScope } from './intrinsics';
import { requiredValue, withResult } from './json-path';
import { assertSize } from './state-error';

/** One entry of a state: what it reads its data from. */
export interface StateEntry {
  readonly name: string;
  readonly state: JsonObject;
  readonly run: ExecutionRun;
  readonly scope: FlowScope;
  readonly jsonata: boolean;
  /** The input of the state before InputPath. */
  readonly input: Json;
  readonly enteredAt: number;
  /** Retries so far. */
  readonly retryCount: number;
}

/** The context object of a state. */
function contextOf({ name, run, scope, enteredAt, retryCount }: StateEntry): JsonObject {
  return {
    ...run.context,
    State: { Name: name, EnteredTime: new Date(enteredAt).toISOString(), RetryCount: retryCount },
    ...(scope.item === undefined ? {} : { Map: { Item: scope.item } }),
  };
}

/** What paths and intrinsic functions of a state read. */
export function pathScope(entry: StateEntry, data: Json): IntrinsicScope {
  const { ports } = entry.run;
  return {
    data,
    context: contextOf(entry),
    variable: (name) => entry.scope.variables.get(name),
    uuid: () => ports.uuid(),
    random: () => ports.random(),
  };
}

/** A value with its JSONata expressions. @param more members of `$states`, such as the result. @throws StateError */
export function withExpressions(template: Json, entry: StateEntry, more: JsonObject = {}): Promise<Json> {
  const { ports } = entry.run;
  return evaluated(template, {
    states: { input: entry.input, context: contextOf(entry), ...more },
    variables: Object.fromEntries(entry.scope.variables),
    uuid: () => ports.uuid(),
    random: () => ports.random(),
  });
}

/** The input behind InputPath; a path of null is an empty object. @throws StateError */
export function effectiveInput(entry: StateEntry): Json {
  return behind(entry.state['InputPath'], entry.input, entry);
}

function behind(path: Json | undefined, data: Json, entry: StateEntry): Json {
  if (path === null) return {};
  return typeof path === 'string' ? requiredValue(path, pathScope(entry, data)) : data;
}

/** What a state works on: Parameters or Arguments, or its input. @throws StateError */
export async function workInput(entry: StateEntry): Promise<Json> {
  const { state, jsonata } = entry;
  if (jsonata) return state['Arguments'] === undefined ? entry.input : withExpressions(state['Arguments'], entry);
  const input = effectiveInput(entry);
  return state['Parameters'] === undefined ? input : fromTemplate(state['Parameters'], pathScope(entry, input));
}

/**
 * The output of a state from its result: ResultSelector, ResultPath and OutputPath, or Output; variables are assigned.
 * @throws StateError
 */
export async function outputOf(entry: StateEntry, result: Json): Promise<Json> {
  const { state, jsonata } = entry;
  if (jsonata) {
    const output = state['Output'] === undefined ? result : await withExpressions(state['Output'], entry, { result });
    await assign(state['Assign'], entry, { data: result, more: { result } });
    return assertSize(output, `output of state ${entry.name}`);
  }
  const selector = state['ResultSelector'];
  const selected = selector === undefined ? result : fromTemplate(selector, pathScope(entry, result));
  const path = state['ResultPath'];
  const merged =
    path === null ? entry.input : typeof path === 'string' ? withResult(entry.input, path, selected) : selected;
  const output = behind(state['OutputPath'], merged, entry);
  await assign(state['Assign'], entry, { data: result, more: {} });
  return assertSize(output, `output of state ${entry.name}`);
}

/** Assigns variables; every expression reads the variables before it. @throws StateError */
export async function assign(
  template: Json | undefined,
  entry: StateEntry,
  { data, more }: { readonly data: Json; readonly more: JsonObject },
): Promise<void> {
  if (template === undefined) return;
  const values = entry.jsonata
    ? await withExpressions(template, entry, more)
    : fromTemplate(template, pathScope(entry, data));
  if (!isObject(values)) return;
  for (const [name, value] of Object.entries(values)) entry.scope.variables.set(name, value);
}

/** A number or text of a state, given as it is, as an expression, or by a path in the member `…Path`. @throws StateError */
export async function fieldOf(entry: StateEntry, member: string): Promise<Json | undefined> {
  const { state, jsonata } = entry;
  const path = textAt(state, `${member}Path`);
  if (path !== undefined) return pathOrFunction(path, pathScope(entry, effectiveInput(entry)));
  const given = state[member];
  return given === undefined || !jsonata ? given : withExpressions(given, entry);
}
