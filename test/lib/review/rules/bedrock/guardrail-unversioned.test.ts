import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { guardrailUnversioned } from '../../../../../lib/review/rules/bedrock/guardrail-unversioned';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });

const guardrail = node('Guardrail', 'AWS::Bedrock::Guardrail');
const version = (name: string): ResourceNode =>
  node('Version', 'AWS::Bedrock::GuardrailVersion', { GuardrailIdentifier: { Ref: name } });

test.each<[string, readonly ResourceNode[], number]>([
  ['its version', [version('Guardrail')], 0],
  ['the version of another', [version('Other')], 1],
  ['no version', [], 1],
])('a guardrail with %s', (_name, others, count) => {
  expect(check([guardrail, ...others], [guardrailUnversioned]).findings).toHaveLength(count);
});
