import { propertyRule } from '../../property-rule';

/** Name subnets of at least two zones in SubnetIds: the loss of one zone cuts the VPC off from the service. */
export const endpointZones = propertyRule(
  {
    code: 'EndpointZones',
    family: 'network',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of one zone cuts the VPC off from the service.',
    source: {
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EC2::VPCEndpoint'],
      path: 'SubnetIds',
      must: { items: 2 },
      mayBeAbsent: true,
    },
  ],
);
