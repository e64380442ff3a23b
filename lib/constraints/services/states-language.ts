import type { Breach } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject } from '../json';
import { suggestion } from '../suggest';
import { isUnresolved } from '../value';
import { stateFields } from './states-fields';

/** Places in a definition are JSON pointers from its root, such as `/States/Ask/Next`. */
type Problems = Breach[];

/** What a definition hands down to its states. */
interface Scope {
  readonly language: 'JSONPath' | 'JSONata' | undefined;
  /** The names of states in the whole definition, with their places. */
  readonly names: Map<string, string>;
}

const types = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'];

function invalid(pointer: string, problem: string, fix: string): Breach {
  return { pointer, problem: `Invalid State Machine Definition: '${problem}'`, fix };
}

/**
 * The problems of a definition in the Amazon States Language: names that lead nowhere, states that cannot be reached or do
 * not end, and fields that a type of state needs or must not have.
 * Source: https://states-language.net/spec.html, 2026-11-30; the codes are those of CreateStateMachine.
 */
export function statesLanguageProblems(definition: Json): readonly Breach[] {
  const problems: Problems = [];
  if (isObject(definition)) {
    const language = languageOf(definition, 'JSONPath');
    machine(definition, '', { language, names: new Map() }, problems);
  } else {
    problems.push(invalid('', 'SCHEMA_VALIDATION_FAILED: The definition is not an object', 'Write an object.'));
  }
  return problems;
}

/** The query language of a definition or state; undefined where it is not known. */
function languageOf({ QueryLanguage: written }: JsonObject, inherited: Scope['language']): Scope['language'] {
  if (written === undefined) return inherited;
  return written === 'JSONata' || written === 'JSONPath' ? written : undefined;
}

function machine(definition: JsonObject, place: string, scope: Scope, problems: Problems): void {
  const { StartAt: start, States: states } = definition;
  if (states === undefined || !isObject(states) || Object.keys(states).length === 0) {
    if (!isUnresolved(states)) {
      problems.push(
        invalid(`${place}/States`, 'SCHEMA_VALIDATION_FAILED: The definition has no states', 'Add States.'),
      );
    }
    return;
  }
  if (isUnresolved(states)) return;
  if (start === undefined) {
    problems.push(
      invalid(place, 'SCHEMA_VALIDATION_FAILED: The definition has no StartAt', 'Add StartAt with a name in States.'),
    );
  }
  const reached = new Set<string>();
  const target = (value: Json | undefined, pointer: string, field: string): void => {
    if (typeof value !== 'string') return;
    reached.add(value);
    if (value.includes('${')) return;
    if (Object.hasOwn(states, value)) return;
    const near = suggestion(value, Object.keys(states));
    problems.push(
      invalid(
        pointer,
        `MISSING_TRANSITION_TARGET: Missing '${field}' target: '${value}'${near === undefined ? '' : ` (did you mean ${near}?)`}`,
        `Write the name of a state: ${Object.keys(states).join(', ')}.`,
      ),
    );
  };
  target(start, `${place}/StartAt`, 'StartAt');
  for (const [name, state] of Object.entries(states)) {
    const at = `${place}/States/${name}`;
    if (!isObject(state) || isUnresolved(state)) continue;
    transitions(state, at, target);
    judgeState([name, state], at, scope, problems);
  }
  // A name that leads nowhere makes others unreachable: it is the one to mend.
  if (problems.length > 0 || [...reached].some((name) => name.includes('${'))) return;
  for (const name of Object.keys(states)) {
    if (reached.has(name) || name.includes('${')) continue;
    problems.push(
      invalid(
        `${place}/States/${name}`,
        `MISSING_TRANSITION_TARGET: State '${name}' is not reachable.`,
        `Name ${name} in the Next of a state, or remove it.`,
      ),
    );
  }
}

type Target = (value: Json | undefined, pointer: string, field: string) => void;

/** Names every state that a state leads to. */
function transitions(state: JsonObject, place: string, target: Target): void {
  target(state['Next'], `${place}/Next`, 'Next');
  target(state['Default'], `${place}/Default`, 'Default');
  for (const list of ['Choices', 'Catch']) {
    const rules = state[list];
    for (const [index, rule] of (isList(rules) ? rules : []).entries()) {
      if (isObject(rule)) target(rule['Next'], `${place}/${list}/${index}/Next`, 'Next');
    }
  }
}

function judgeState(
  [name, state]: readonly [string, JsonObject],
  place: string,
  scope: Scope,
  problems: Problems,
): void {
  const earlier = scope.names.get(name);
  if (earlier !== undefined) {
    problems.push(
      invalid(
        place,
        `DUPLICATE_STATE_NAME: Duplicate State name: ${name}. It is at ${earlier} too`,
        'Write another name.',
      ),
    );
  }
  scope.names.set(name, place);
  const { Type: type } = state;
  if (typeof type !== 'string' || !types.includes(type)) {
    if (isUnresolved(type)) return;
    const near = typeof type === 'string' ? suggestion(type, types) : undefined;
    problems.push(
      invalid(
        `${place}/Type`,
        `SCHEMA_VALIDATION_FAILED: The Type is ${JSON.stringify(type)}, expected ${types.join(', ')}${near === undefined ? '' : ` (did you mean ${near}?)`}`,
        'Write one of the types.',
      ),
    );
    return;
  }
  const own: Scope = { ...scope, language: languageOf(state, scope.language) };
  for (const { field, problem, fix } of stateFields(type, state, own.language)) {
    problems.push(invalid(field === '' ? place : `${place}/${field}`, `SCHEMA_VALIDATION_FAILED: ${problem}`, fix));
  }
  for (const [inner, at] of inside(type, state, place)) machine(inner, at, own, problems);
}

/** The definitions inside a state. */
function inside(type: string, state: JsonObject, place: string): readonly (readonly [JsonObject, string])[] {
  if (type === 'Parallel') {
    const { Branches: branches } = state;
    return (isList(branches) ? branches : []).flatMap((branch, index) =>
      isObject(branch) && !isUnresolved(branch) ? [[branch, `${place}/Branches/${index}`] as const] : [],
    );
  }
  if (type !== 'Map') return [];
  return ['ItemProcessor', 'Iterator'].flatMap((field) => {
    const inner = state[field];
    return isObject(inner) && !isUnresolved(inner) ? [[inner, `${place}/${field}`] as const] : [];
  });
}
