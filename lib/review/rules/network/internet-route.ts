import type { ResourceNode } from '../../../graph';
import type { GraphIndex } from '../../graph-index';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Use subnets without such a route, with VPC endpoints: one rule of a security group is between the model and the internet. */
export const internetRoute: Rule = {
  code: 'InternetRoute',
  family: 'network',
  pack: 'production',
  safeguard: 'boundary',
  rationale: 'One rule of a security group is between the model and the internet.',
  source: { url: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html', asOf: '2026-11-30' },
  types: [
    'AWS::BedrockAgentCore::Runtime',
    'AWS::EKS::Nodegroup',
    'AWS::Lambda::Function',
    'AWS::RDS::DBSubnetGroup',
    'AWS::SageMaker::Cluster',
    'AWS::SageMaker::Model',
    'AWS::SageMaker::NotebookInstance',
  ],
  check(node, _context, graph) {
    const open = graph.once(openSubnets);
    return graph
      .referencedBy(node.properties, node)
      .filter((subnet) => open.has(subnet))
      .map(({ address }) => ({
        path: '',
        message: `is in ${address}, which has a route to the internet`,
        fix: fixOf('InternetRoute'),
      }));
  },
};

/** The subnets whose route table has a route to an internet gateway. */
function openSubnets(graph: GraphIndex): ReadonlySet<ResourceNode> {
  const routes = graph.nodes.filter(
    ({ type, properties }) => type === 'AWS::EC2::Route' && properties.GatewayId !== undefined,
  );
  const tables = new Set(
    routes
      .filter((route) =>
        graph.referencedBy(route.properties.GatewayId, route).some(({ type }) => type === 'AWS::EC2::InternetGateway'),
      )
      .flatMap((route) => graph.referencedBy(route.properties.RouteTableId, route)),
  );
  return new Set(
    graph.nodes
      .filter(({ type }) => type === 'AWS::EC2::SubnetRouteTableAssociation')
      .filter((association) =>
        graph.referencedBy(association.properties.RouteTableId, association).some((table) => tables.has(table)),
      )
      .flatMap((association) => graph.referencedBy(association.properties.SubnetId, association)),
  );
}
