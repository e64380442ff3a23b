import type { PropertyValue } from '../../../../../lib/graph';
import { invokeWithoutGuardrail } from '../../../../../lib/review/rules/iam/invoke-without-guardrail';
import { judged } from '../../../../helpers/judged';

const model = 'arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-x';
const allow = { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: model };
const deny = {
  Effect: 'Deny',
  Action: 'bedrock:InvokeModel',
  Resource: '*',
  Condition: {
    StringNotEquals: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:eu-central-1:111111111111:guardrail/g:1' },
  },
};

test.each<[string, readonly PropertyValue[], number]>([
  ['a call', [allow], 1],
  ['a call and a denial without the guardrail', [allow, deny], 0],
  [
    'an embedding',
    [{ ...allow, Resource: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0' }],
    0,
  ],
  ['nothing of Bedrock', [{ ...allow, Action: 's3:GetObject' }], 0],
  ['an action that is not known', [{ ...allow, Action: { Ref: 'Action' } }], 0],
])('a policy that allows %s', (_name, statements, count) => {
  expect(
    judged(invokeWithoutGuardrail, 'AWS::IAM::Policy', { PolicyDocument: { Statement: statements } }),
  ).toHaveLength(count);
});
