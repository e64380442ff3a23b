import type { ResourceNode } from '../../../graph';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Give each agent a role of its own: what is injected into one agent has the tools and data of the other. */
export const agentRoleShared: Rule = {
  code: 'AgentRoleShared',
  family: 'bedrock',
  pack: 'production',
  safeguard: 'least-privilege',
  rationale: 'What is injected into one agent has the tools and data of the other.',
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permission.html', asOf: '2026-11-30' },
  types: ['AWS::Bedrock::Agent', 'AWS::BedrockAgentCore::Runtime', 'AWS::BedrockAgentCore::Harness'],
  check(agent, _context, graph) {
    const roles = graph.referencedBy(roleOf(agent), agent).filter(({ type }) => type === 'AWS::IAM::Role');
    const others = roles.flatMap((role) =>
      graph.referrersOf(role).filter((one) => one !== agent && graph.referencedBy(roleOf(one), one).includes(role)),
    );
    return others.map(({ address }) => ({
      path: 'RoleArn',
      message: `has the role of ${address}`,
      fix: fixOf('AgentRoleShared'),
    }));
  },
};

function roleOf({ type, properties }: ResourceNode): ResourceNode['properties'][string] | undefined {
  if (type === 'AWS::Bedrock::Agent') return properties.AgentResourceRoleArn;
  if (type === 'AWS::BedrockAgentCore::Harness') return properties.ExecutionRoleArn;
  return type === 'AWS::BedrockAgentCore::Runtime' ? properties.RoleArn : undefined;
}
