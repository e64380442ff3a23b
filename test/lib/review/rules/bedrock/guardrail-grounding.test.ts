import type { PropertyValue } from '../../../../../lib/graph';
import { guardrailGrounding } from '../../../../../lib/review/rules/bedrock/guardrail-grounding';
import { judged } from '../../../../helpers/judged';

const guardrail = (filter: Record<string, PropertyValue>) => ({
  ContextualGroundingPolicyConfig: {
    FiltersConfig: [
      { Type: 'GROUNDING', Threshold: 0.7, ...filter },
      { Type: 'RELEVANCE', Threshold: 0.8 },
    ],
  },
});

test.each<[string, Record<string, PropertyValue>, number]>([
  ['both filters', guardrail({}), 0],
  ['no filter', {}, 2],
  ['one filter', guardrail({ Type: 'RELEVANCE' }), 1],
  ['a low threshold', guardrail({ Threshold: 0.3 }), 1],
  ['a filter that is off', guardrail({ Enabled: false }), 1],
  ['a filter that only reports', guardrail({ Action: 'NONE' }), 1],
  ['a threshold that is not known', guardrail({ Threshold: { Ref: 'Threshold' } }), 0],
  ['filters that are not known', { ContextualGroundingPolicyConfig: { Ref: 'Policy' } }, 0],
])('a guardrail with %s', (_name, properties, count) => {
  expect(judged(guardrailGrounding, 'AWS::Bedrock::Guardrail', properties)).toHaveLength(count);
});
