import type { Json, JsonObject } from '../../../../constraints/json';
import { isObject, tryParseJson } from '../../../../constraints/json';
import { statesLanguageProblems } from '../../../../constraints/services/states-language';
import { objectAt, textAt } from '../../../../constraints/value';
import type { ExistingResource } from '../../state/registry';

/** States and where they start: a machine, a branch of Parallel, or what Map does with an item. */
export interface Flow {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, JsonObject>;
  readonly language: QueryLanguage;
}

/** How states read their data. */
export type QueryLanguage = 'JSONPath' | 'JSONata';

/** A machine that can be run. */
export interface Machine {
  readonly flow: Flow;
  /** Seconds after which an execution ends. @default - none */
  readonly timeoutSeconds: number | undefined;
}

/** Fields of each type of state that are run. What else a state has is refused by name. Source: Amazon States Language (not compared with the page). */
const every = ['Type', 'Comment', 'QueryLanguage'];
const moves = ['Next', 'End'];
const pathFields = ['InputPath', 'OutputPath'];
const results = ['ResultSelector', 'ResultPath', 'Parameters'];
const errors = ['Retry', 'Catch'];
const query = ['Assign', 'Output'];
const fields: Readonly<Record<string, readonly string[]>> = {
  Task: [...every, ...moves, ...pathFields, ...results, ...errors, ...query, 'Resource', 'Arguments', 'TimeoutSeconds'],
  Pass: [...every, ...moves, ...pathFields, ...query, 'Result', 'ResultPath', 'Parameters'],
  Choice: [...every, ...pathFields, ...query, 'Choices', 'Default'],
  Wait: [...every, ...moves, ...pathFields, ...query, 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Succeed: [...every, ...pathFields, 'Output'],
  Fail: [...every, 'Error', 'ErrorPath', 'Cause', 'CausePath'],
  Parallel: [...every, ...moves, ...pathFields, ...results, ...errors, ...query, 'Arguments', 'Branches'],
  Map: [
    ...[...every, ...moves, ...pathFields, ...results, ...errors, ...query, 'Items', 'ItemsPath', 'ItemSelector'],
    ...['ItemProcessor', 'Iterator', 'MaxConcurrency'],
  ],
};

/** The machine of a stack. @returns why it is not run, where it is not */
export function machineOf({ properties }: ExistingResource): Machine | string {
  const text = textAt(properties, 'DefinitionString');
  const given = text === undefined ? objectAt(properties, 'Definition') : tryParseJson(substituted(text, properties));
  if (!isObject(given)) return 'its definition is neither a DefinitionString nor a Definition';
  const definition = text === undefined ? tryParseJson(substituted(JSON.stringify(given), properties)) : given;
  return readMachine(definition ?? null);
}

/** Puts `DefinitionSubstitutions` into `${name}`. */
function substituted(text: string, properties: JsonObject): string {
  const values = objectAt(properties, 'DefinitionSubstitutions') ?? {};
  return text.replace(/\$\{(\w+)\}/g, (whole, name: string) => textAt(values, name) ?? whole);
}

/** Reads a definition in the Amazon States Language. @returns the first reason why it is not run, where it is not */
export function readMachine(definition: Json): Machine | string {
  const [problem] = statesLanguageProblems(definition);
  if (problem !== undefined) return `${problem.problem} at ${problem.pointer}`;
  if (!isObject(definition)) return 'its definition is no object';
  const flow = flowOf(definition, 'JSONPath');
  if (typeof flow === 'string') return flow;
  const { TimeoutSeconds: timeout } = definition;
  return { flow, timeoutSeconds: typeof timeout === 'number' ? timeout : undefined };
}

function languageOf(of: JsonObject, outer: QueryLanguage): QueryLanguage {
  const given = of['QueryLanguage'];
  return given === 'JSONata' || given === 'JSONPath' ? given : outer;
}

/** The flow of a machine, a branch or an item. @returns why it is not run, where it is not */
function flowOf(of: JsonObject, outer: QueryLanguage): Flow | string {
  const language = languageOf(of, outer);
  const states = new Map<string, JsonObject>();
  for (const [name, state] of Object.entries(objectAt(of, 'States') ?? {})) {
    const reason = isObject(state) ? notRun(name, state) : `state ${name} is no object`;
    if (reason !== undefined) return reason;
    if (isObject(state)) states.set(name, state);
  }
  return { startAt: textAt(of, 'StartAt') ?? '', states, language };
}

function notRun(name: string, state: JsonObject): string | undefined {
  const type = textAt(state, 'Type') ?? '';
  const known = Object.hasOwn(fields, type) ? fields[type] : undefined;
  if (known === undefined) return `state ${name} has the type ${type}`;
  const extra = Object.keys(state).find((field) => !known.includes(field));
  return extra === undefined ? undefined : `field ${extra} of state ${name} is not run`;
}

/** The language that a state reads its data in. */
export function stateLanguage(state: JsonObject, flow: Flow): QueryLanguage {
  return languageOf(state, flow.language);
}

/** The flow inside a state. @returns why it is not run, where it is not */
export function innerFlow(of: Json | undefined, outer: QueryLanguage): Flow | string {
  if (!isObject(of)) return 'it has no states';
  const mode = textAt(of, 'ProcessorConfig', 'Mode') ?? 'INLINE';
  return mode === 'INLINE' ? flowOf(of, outer) : `a Map of mode ${mode} is not run`;
}
