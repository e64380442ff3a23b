import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { internetRoute } from '../../../../../lib/review/rules/network/internet-route';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });
const network = (route: Record<string, PropertyValue>): readonly ResourceNode[] => [
  node('Gateway', 'AWS::EC2::InternetGateway'),
  node('Table', 'AWS::EC2::RouteTable'),
  node('Route', 'AWS::EC2::Route', { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0', ...route }),
  node('Subnet', 'AWS::EC2::Subnet'),
  node('Association', 'AWS::EC2::SubnetRouteTableAssociation', {
    RouteTableId: { Ref: 'Table' },
    SubnetId: { Ref: 'Subnet' },
  }),
];
const model = node('Model', 'AWS::SageMaker::Model', { VpcConfig: { Subnets: [{ Ref: 'Subnet' }] } });

test.each<[string, readonly ResourceNode[], number]>([
  ['a route to an internet gateway', network({ GatewayId: { Ref: 'Gateway' } }), 1],
  ['a route to a NAT gateway', network({ NatGatewayId: { Ref: 'Nat' } }), 0],
  ['a gateway that is not known', network({ GatewayId: { Ref: 'GatewayParameter' } }), 0],
])('a model in a subnet with %s', (_name, others, count) => {
  expect(check([model, ...others], [internetRoute]).findings).toHaveLength(count);
});
