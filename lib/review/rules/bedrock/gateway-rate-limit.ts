import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add an AWS::BedrockAgentCore::GatewayRateLimit: one caller uses every tool without limit, at your cost. */
export const gatewayRateLimit: Rule = {
  code: 'GatewayRateLimit',
  family: 'bedrock',
  pack: 'production',
  safeguard: 'consumption',
  rationale: 'One caller uses every tool without limit, at your cost.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gatewayratelimit.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::BedrockAgentCore::Gateway'],
  check: (gateway, _context, graph) =>
    graph.referrersOf(gateway).some(({ type }) => type === 'AWS::BedrockAgentCore::GatewayRateLimit')
      ? []
      : [{ path: '', message: 'has no rate limit', fix: fixOf('GatewayRateLimit') }],
};
