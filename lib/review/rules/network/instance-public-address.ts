import { propertyRule } from '../../property-rule';

/** Set AssociatePublicIpAddress to false: the instance is reachable from the internet. */
export const instancePublicAddress = propertyRule(
  {
    code: 'InstancePublicAddress',
    family: 'network',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['EC2.9', 'EC2.25'],
    rationale: 'The instance is reachable from the internet.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EC2::Instance'],
      path: 'NetworkInterfaces.*.AssociatePublicIpAddress',
      must: { isNot: [true] },
    },
    {
      types: ['AWS::EC2::LaunchTemplate'],
      path: 'LaunchTemplateData.NetworkInterfaces.*.AssociatePublicIpAddress',
      must: { isNot: [true] },
    },
  ],
);
