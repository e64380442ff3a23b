import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import type { RuleContext } from '../../../../../lib/review';
import { check } from '../../../../../lib/review';
import { inferenceProfileRegions } from '../../../../../lib/review/rules/iam/inference-profile-regions';
import { resourceNode } from '../../../../helpers/resource-node';

const profile = 'arn:aws:bedrock:eu-west-1:111111111111:inference-profile/eu.example.chat-v1';
const model = (region: string): string => `arn:aws:bedrock:${region}::foundation-model/example.chat-v1`;
const allow = (resource: PropertyValue, action: PropertyValue = 'bedrock:InvokeModel'): PropertyValue => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
const policy = (...statements: readonly PropertyValue[]): ResourceNode =>
  resourceNode({ type: 'AWS::IAM::Policy', properties: { PolicyDocument: { Statement: statements } } });
const known: RuleContext = { profileRegions: () => ['eu-west-1', 'eu-west-3'] };

function missing(node: ResourceNode, context: RuleContext): readonly string[] {
  return check([node], [inferenceProfileRegions], context).findings.map(({ message }) =>
    message.replace('allows the profile eu.example.chat-v1, but not its model in ', ''),
  );
}

test.each<[string, readonly PropertyValue[], RuleContext, readonly string[]]>([
  ['every region', [allow([profile, model('eu-west-1'), model('eu-west-3')])], known, []],
  ['one of two regions', [allow([profile, model('eu-west-1')])], known, ['eu-west-3']],
  ['no region', [allow(profile)], known, ['eu-west-1, eu-west-3']],
  ['a pattern of regions', [allow([profile, model('eu-*')])], known, []],
  ['a pattern of models', [allow([profile, 'arn:aws:bedrock:*::foundation-model/*'])], known, []],
  ['everything', [allow([profile, '*'])], known, []],
  ['the model in another statement', [allow(profile), allow([model('eu-west-1'), model('eu-west-3')])], known, []],
  ['a reference', [allow([profile, { Ref: 'Model' }])], known, []],
  ['another model', [allow([profile, `${model('*')}-other`])], known, ['eu-west-1, eu-west-3']],
  ['one region of an unknown profile', [allow([profile, model('eu-west-1')])], {}, ['its other regions']],
  ['two regions of an unknown profile', [allow([profile, model('eu-west-1'), model('eu-west-3')])], {}, []],
  ['every region of an unknown profile', [allow([profile, model('*')])], {}, []],
  ['no right to call', [allow(profile, 'bedrock:GetInferenceProfile')], known, []],
  ['the global profile', [allow(profile.replace('eu.example', 'global.example'))], known, []],
])('a policy with %s', (_name, statements, context, expected) => {
  expect(missing(policy(...statements), context)).toEqual(expected);
});

test('reads identity policies alone', () => {
  const other = { ...policy(allow(profile)), type: 'AWS::S3::BucketPolicy' };
  expect(missing(other, known)).toEqual([]);
});
