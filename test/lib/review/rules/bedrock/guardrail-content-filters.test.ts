import type { PropertyValue } from '../../../../../lib/graph';
import { guardrailContentFilters } from '../../../../../lib/review/rules/bedrock/guardrail-content-filters';
import { judged } from '../../../../helpers/judged';

const types = ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'];
const guardrail = (change: Record<string, PropertyValue> = {}) => ({
  ContentPolicyConfig: {
    FiltersConfig: types.map((Type) => ({
      Type,
      InputStrength: 'HIGH',
      OutputStrength: 'HIGH',
      ...(Type === 'HATE' ? change : {}),
    })),
  },
});

test.each<[string, Record<string, PropertyValue>, readonly string[]]>([
  ['every filter', {}, []],
  ['another filter', { Type: 'PROMPT_ATTACK' }, ['ContentPolicyConfig.FiltersConfig: has no filter of type HATE']],
  [
    'a weak filter of answers',
    { OutputStrength: 'LOW' },
    ['ContentPolicyConfig.FiltersConfig.0: OutputStrength of HATE is LOW'],
  ],
  [
    'a filter that is off',
    { InputEnabled: false },
    ['ContentPolicyConfig.FiltersConfig.0: HATE is not enabled for the input'],
  ],
  [
    'a filter that only reports',
    { OutputAction: 'NONE' },
    ['ContentPolicyConfig.FiltersConfig.0: HATE does not block the output'],
  ],
  ['a strength that is not known', { OutputStrength: { Ref: 'Strength' } }, []],
])('a guardrail with %s', (_name, change, expected) => {
  expect(judged(guardrailContentFilters, 'AWS::Bedrock::Guardrail', guardrail(change))).toEqual(expected);
});
