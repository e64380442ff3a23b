import type { JsonObject } from '../json';
import { isList, isObject } from '../json';
import { isUnresolved } from '../value';

/** A field of a state that is missing, or that it must not have. */
export interface FieldProblem {
  /** The field; empty for the state itself. */
  readonly field: string;
  readonly problem: string;
  readonly fix: string;
}

/** States that go on to another one, or end. */
const goesOn = new Set(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);
const pathFields = ['InputPath', 'Parameters', 'ResultSelector', 'ResultPath', 'OutputPath'];
const jsonataFields = ['Arguments', 'Output'];
const waits: Readonly<Record<'JSONPath' | 'JSONata', readonly string[]>> = {
  JSONPath: ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'],
  JSONata: ['Seconds', 'Timestamp'],
};

/**
 * What a state of a type needs and must not have.
 * Source: https://states-language.net/spec.html, 2026-11-30.
 */
export function stateFields(
  type: string,
  state: JsonObject,
  language: 'JSONPath' | 'JSONata' | undefined,
): readonly FieldProblem[] {
  const has = (field: string): boolean => Object.hasOwn(state, field);
  const found: FieldProblem[] = [];
  const missing = (field: string): void => {
    found.push({ field: '', problem: `The ${type} state has no ${field}`, fix: `Add ${field}.` });
  };
  const extra = (field: string, why: string): void => {
    found.push({ field, problem: `${why} has no ${field}`, fix: `Remove ${field}.` });
  };
  if (goesOn.has(type)) {
    if (!has('Next') && !has('End'))
      found.push({ field: '', problem: `The ${type} state has neither Next nor End`, fix: 'Add Next, or End: true.' });
    if (has('Next') && state['End'] === true)
      found.push({ field: 'End', problem: 'The state has both Next and End', fix: 'Remove Next or End.' });
  } else {
    for (const field of ['Next', 'End']) if (has(field)) extra(field, `A ${type} state`);
  }
  if (type === 'Task' && !has('Resource')) missing('Resource');
  if (type === 'Parallel' && !has('Branches')) missing('Branches');
  if (type === 'Map' && !has('ItemProcessor') && !has('Iterator')) missing('ItemProcessor');
  if (type === 'Choice') choices(state, language, found);
  if (type === 'Wait' && language !== undefined && waits[language].filter(has).length !== 1) {
    found.push({
      field: '',
      problem: `The Wait state has ${waits[language].filter(has).length} of ${waits[language].join(', ')}, expected one`,
      fix: 'Write one of them.',
    });
  }
  if (language === 'JSONata') for (const field of pathFields) if (has(field)) extra(field, 'A state in JSONata');
  if (language === 'JSONPath') for (const field of jsonataFields) if (has(field)) extra(field, 'A state in JSONPath');
  return found;
}

/** A choice needs rules, and each rule a state to go to and something to compare. */
function choices(state: JsonObject, language: 'JSONPath' | 'JSONata' | undefined, found: FieldProblem[]): void {
  const { Choices: rules } = state;
  if (isUnresolved(rules)) return;
  if (!isList(rules) || rules.length === 0) {
    found.push({ field: '', problem: 'The Choice state has no Choices', fix: 'Add a rule to Choices.' });
    return;
  }
  for (const [index, rule] of rules.entries()) {
    if (!isObject(rule) || isUnresolved(rule)) continue;
    const field = `Choices/${index}`;
    if (!Object.hasOwn(rule, 'Next')) {
      found.push({ field, problem: 'The rule has no Next', fix: 'Add Next with the name of a state.' });
    }
    const compares = ['Variable', 'And', 'Or', 'Not', 'Condition'].some((name) => Object.hasOwn(rule, name));
    if (!compares && language !== undefined) {
      found.push({
        field,
        problem: `The rule compares nothing, expected ${language === 'JSONata' ? 'Condition' : 'Variable, And, Or or Not'}`,
        fix: language === 'JSONata' ? 'Add a Condition.' : 'Add a Variable and a comparison.',
      });
    }
  }
}
