import type { PropertyValue } from '../../../../../lib/graph';
import { guardrailPromptAttack } from '../../../../../lib/review/rules/bedrock/guardrail-prompt-attack';
import { judged } from '../../../../helpers/judged';

const filter = { Type: 'PROMPT_ATTACK', InputStrength: 'HIGH', OutputStrength: 'NONE' };
const guardrail = (...filters: readonly PropertyValue[]) => ({ ContentPolicyConfig: { FiltersConfig: filters } });

test.each<[string, Record<string, PropertyValue>, number]>([
  ['the filter', guardrail(filter), 0],
  ['no filter', guardrail(), 1],
  ['no content policy', {}, 1],
  ['a weak filter', guardrail({ ...filter, InputStrength: 'MEDIUM' }), 1],
  ['a filter that is off', guardrail({ ...filter, InputEnabled: false }), 1],
  ['a filter that only reports', guardrail({ ...filter, InputAction: 'NONE' }), 1],
  ['a strength that is not known', guardrail({ ...filter, InputStrength: { Ref: 'Strength' } }), 0],
  ['filters that are not known', { ContentPolicyConfig: { FiltersConfig: { Ref: 'Filters' } } }, 0],
  ['a filter that is not known', guardrail({ Ref: 'Filter' }), 0],
])('a guardrail with %s', (_name, properties, count) => {
  expect(judged(guardrailPromptAttack, 'AWS::Bedrock::Guardrail', properties)).toHaveLength(count);
});
