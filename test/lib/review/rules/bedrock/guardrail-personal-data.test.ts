import type { PropertyValue } from '../../../../../lib/graph';
import { guardrailPersonalData } from '../../../../../lib/review/rules/bedrock/guardrail-personal-data';
import { judged } from '../../../../helpers/judged';

const guardrail = (entity: Record<string, PropertyValue>) => ({
  SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'ANONYMIZE', ...entity }] },
});

test.each<[string, Record<string, PropertyValue>, number]>([
  ['a filter', guardrail({}), 0],
  ['no filter', {}, 1],
  ['a filter that only reports', guardrail({ Action: 'NONE' }), 1],
  ['a filter that is off for answers', guardrail({ OutputEnabled: false }), 1],
  ['an action that is not known', guardrail({ Action: { Ref: 'Action' } }), 0],
  ['filters that are not known', { SensitiveInformationPolicyConfig: { Ref: 'Filters' } }, 0],
])('a guardrail with %s', (_name, properties, count) => {
  expect(judged(guardrailPersonalData, 'AWS::Bedrock::Guardrail', properties)).toHaveLength(count);
});
