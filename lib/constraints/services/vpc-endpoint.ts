import type { Constraint } from '../constraint';
import { at } from '../value';

/** Properties of one kind of endpoint. Source: CreateVpcEndpoint in the API model of EC2, botocore 1.44.8. */
const only: Readonly<Record<string, readonly string[]>> = {
  Gateway: ['RouteTableIds'],
  Interface: ['PrivateDnsEnabled', 'SecurityGroupIds', 'SubnetIds'],
};

/** A gateway endpoint has route tables, an interface endpoint subnets and security groups. */
export const vpcEndpoint: Constraint = {
  id: 'vpc-endpoint-kind',
  types: ['AWS::EC2::VPCEndpoint'],
  source: {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const kind = Object.hasOwn(properties, 'VpcEndpointType') ? at(properties, 'VpcEndpointType') : 'Gateway';
    if (kind !== 'Gateway' && kind !== 'Interface') return [];
    const other = kind === 'Gateway' ? 'Interface' : 'Gateway';
    return (only[other] ?? [])
      .filter((name) => {
        const value = at(properties, name);
        return (
          value !== undefined && value !== false && value !== 'false' && !(Array.isArray(value) && value.length === 0)
        );
      })
      .map((name) => ({
        pointer: `#/${name}`,
        problem: `${name} is only supported for ${other} type VPC Endpoints. The type is ${kind}${Object.hasOwn(properties, 'VpcEndpointType') ? '' : ', the default'}`,
        fix: `Remove ${name}, or set VpcEndpointType to ${other}.`,
      }));
  },
};
