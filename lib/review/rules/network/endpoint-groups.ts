import { propertyRule } from '../../property-rule';

/** Set SecurityGroupIds: everything in the VPC that has the group reaches the endpoint. */
export const endpointGroups = propertyRule(
  {
    code: 'EndpointGroups',
    family: 'network',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Everything in the VPC that has the group reaches the endpoint.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EC2::VPCEndpoint'],
      path: 'SecurityGroupIds',
      must: { set: true },
      where: ({ properties }) => properties.VpcEndpointType === 'Interface',
    },
  ],
);
