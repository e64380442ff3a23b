import type { PropertyValue } from '../../../../../lib/graph';
import { flowWithoutGuardrail } from '../../../../../lib/review/rules/bedrock/flow-without-guardrail';
import { judged } from '../../../../helpers/judged';

const flow = (configuration: PropertyValue, Type = 'Prompt') => ({
  Definition: { Nodes: [{ Type, Configuration: { [Type]: configuration } }] },
});
const guarded = { GuardrailConfiguration: { GuardrailIdentifier: 'g', GuardrailVersion: '1' } };

test.each<[string, ReturnType<typeof flow>, number]>([
  ['a guardrail', flow(guarded), 0],
  ['no guardrail', flow({}), 1],
  ['a knowledge base without a guardrail', flow({}, 'KnowledgeBase'), 1],
  ['a configuration that is not known', flow({ Ref: 'Prompt' }), 0],
  ['no model', flow({}, 'Input'), 0],
])('a node with %s', (_name, properties, count) => {
  expect(judged(flowWithoutGuardrail, 'AWS::Bedrock::Flow', properties)).toHaveLength(count);
});
