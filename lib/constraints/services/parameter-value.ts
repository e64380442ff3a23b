import type { Constraint } from '../constraint';
import { at, textAt } from '../value';

/** Characters by tier. */
const standard = 4096;
const advanced = 8192;

/** The value of an SSM parameter must not be empty and must fit its tier. */
export const parameterValue: Constraint = {
  id: 'parameter-value',
  types: ['AWS::SSM::Parameter'],
  source: {
    url: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const value = textAt(properties, 'Value');
    const tier = at(properties, 'Tier') ?? 'Standard';
    if (value === undefined || typeof tier !== 'string') return [];
    if (value === '') return [{ pointer: '#/Value', problem: "Parameter value can't be empty", fix: 'Write a value.' }];
    const limit = tier === 'Standard' ? standard : advanced;
    return value.length > limit
      ? [
          {
            pointer: '#/Value',
            problem: `${tier} tier parameters support a maximum value of ${limit} characters, got ${value.length}`,
            fix: tier === 'Standard' ? 'Set Tier to Advanced, or write a shorter value.' : 'Write a shorter value.',
          },
        ]
      : [];
  },
};
