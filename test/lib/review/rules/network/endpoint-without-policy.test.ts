import type { PropertyValue } from '../../../../../lib/graph';
import { endpointWithoutPolicy } from '../../../../../lib/review/rules/network/endpoint-without-policy';
import { judged } from '../../../../helpers/judged';

const own = { StringEquals: { 'aws:PrincipalAccount': '111111111111' } };
const endpoint = (statement: Record<string, PropertyValue>) => ({
  VpcEndpointType: 'Interface',
  PolicyDocument: {
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 'bedrock:InvokeModel', Resource: '*', Condition: own, ...statement },
    ],
  },
});

test.each<[string, Record<string, PropertyValue>, number]>([
  ['a policy for the account', endpoint({}), 0],
  ['no policy', { VpcEndpointType: 'Interface' }, 1],
  ['a policy for every action', endpoint({ Action: '*' }), 1],
  ['a policy for everybody', endpoint({ Condition: {} }), 1],
  ['one bucket for everybody', endpoint({ Condition: {}, Resource: 'arn:aws:s3:::layers/*' }), 0],
  ['a policy that is not known', { PolicyDocument: { Ref: 'Policy' } }, 0],
  ['no policy, and is one of a load balancer', { VpcEndpointType: 'GatewayLoadBalancer' }, 0],
])('an endpoint with %s', (_name, properties, count) => {
  expect(judged(endpointWithoutPolicy, 'AWS::EC2::VPCEndpoint', properties)).toHaveLength(count);
});
