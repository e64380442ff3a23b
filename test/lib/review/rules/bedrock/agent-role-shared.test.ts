import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { agentRoleShared } from '../../../../../lib/review/rules/bedrock/agent-role-shared';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });

const runtime = (name: string, role: PropertyValue): ResourceNode =>
  node(name, 'AWS::BedrockAgentCore::Runtime', { RoleArn: role });
const arn = (name: string): PropertyValue => ({ 'Fn::GetAtt': [name, 'Arn'] });
const roles = [node('First', 'AWS::IAM::Role'), node('Second', 'AWS::IAM::Role')];

test.each<[string, readonly ResourceNode[], number]>([
  ['one role', [runtime('A', arn('First')), runtime('B', arn('First'))], 2],
  ['roles of their own', [runtime('A', arn('First')), runtime('B', arn('Second'))], 0],
  ['roles that are not known', [runtime('A', { Ref: 'Role' }), runtime('B', { Ref: 'Role' })], 0],
])('two runtimes with %s', (_name, runtimes, count) => {
  expect(check([...roles, ...runtimes], [agentRoleShared]).findings).toHaveLength(count);
});
