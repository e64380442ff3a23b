import { propertyRule } from '../../property-rule';

/** Set PrivateDnsEnabled to true: clients resolve the public name, and their traffic leaves the VPC or fails. */
export const endpointDns = propertyRule(
  {
    code: 'EndpointDns',
    family: 'network',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Clients resolve the public name, and their traffic leaves the VPC or fails.',
    source: { url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EC2::VPCEndpoint'],
      path: 'PrivateDnsEnabled',
      must: { is: [true] },
      where: ({ properties }) => properties.VpcEndpointType === 'Interface',
    },
  ],
);
