import type { JsonMap } from '../../policy';
import { statementsIn, textsOf } from '../../policy';
import { documentOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import { isForEverybody, limitsCallers } from '../../resource-policies';
import type { Rule } from '../../rule';

/** Set PolicyDocument with the actions that are needed, for the principals of the account: whoever is in the VPC sends data to an account of his own through the endpoint. */
export const endpointWithoutPolicy: Rule = {
  code: 'EndpointWithoutPolicy',
  family: 'network',
  pack: 'production',
  safeguard: 'boundary',
  rationale: 'Whoever is in the VPC sends data to an account of his own through the endpoint.',
  source: { url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html', asOf: '2026-11-30' },
  types: ['AWS::EC2::VPCEndpoint'],
  check: ({ properties }) => {
    const fix = fixOf('EndpointWithoutPolicy');
    const { VpcEndpointType: kind = 'Gateway', PolicyDocument: policy } = properties;
    if (kind === 'GatewayLoadBalancer') return [];
    if (policy === undefined) return [{ path: 'PolicyDocument', message: 'PolicyDocument is not set', fix }];
    return statementsIn(documentOf(policy), 'PolicyDocument')
      .filter(({ statement }) => isOpen(statement))
      .map(({ path }) => ({ path, message: 'allows every action of everybody', fix }));
  },
};

/** Every action, or any resource, of callers that are not limited. */
function isOpen(statement: JsonMap): boolean {
  if (!isForEverybody(statement)) return statement.Effect === 'Allow' && textsOf(statement.Action).includes('*');
  if (textsOf(statement.Action).some((action) => action === '*' || action.endsWith(':*'))) return true;
  return textsOf(statement.Resource).includes('*') && !limitsCallers(statement);
}
