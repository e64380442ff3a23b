import type { Constraint } from '../constraint';
import { at, objectAt } from '../value';
import { readJsonText } from './json-text';
import { statesLanguageProblems } from './states-language';

/** The definition of a state machine, as an object or as JSON text. */
export const stateMachine: Constraint = {
  id: 'state-machine',
  types: ['AWS::StepFunctions::StateMachine'],
  source: { url: 'https://states-language.net/spec.html', asOf: '2026-11-30' },
  check: ({ properties }) => {
    const definition = objectAt(properties, 'Definition');
    if (definition !== undefined) {
      return statesLanguageProblems(definition).map((one) => ({ ...one, pointer: `#/Definition${one.pointer}` }));
    }
    const text = readJsonText(at(properties, 'DefinitionString'), at(properties, 'DefinitionSubstitutions'));
    if (text === undefined || text === 'broken') return [];
    return statesLanguageProblems(text.value).map((one) => ({
      ...one,
      pointer: '#/DefinitionString',
      problem: `${one.problem} at ${one.pointer === '' ? '/' : one.pointer}`,
    }));
  },
};
