import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { gatewayRateLimit } from '../../../../../lib/review/rules/bedrock/gateway-rate-limit';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });

const gateway = node('Gateway', 'AWS::BedrockAgentCore::Gateway');
const limit = (name: string): ResourceNode =>
  node('Limit', 'AWS::BedrockAgentCore::GatewayRateLimit', { GatewayIdentifier: { Ref: name } });

test.each<[string, readonly ResourceNode[], number]>([
  ['its limit', [limit('Gateway')], 0],
  ['the limit of another', [limit('Other')], 1],
  ['no limit', [], 1],
])('a gateway with %s', (_name, others, count) => {
  expect(check([gateway, ...others], [gatewayRateLimit]).findings).toHaveLength(count);
});
