import { propertyRule } from '../../property-rule';

/** Leave out MapPublicIpOnLaunch: a node of a model is reachable from the internet. */
export const subnetPublicAddress = propertyRule(
  {
    code: 'SubnetPublicAddress',
    family: 'network',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['EC2.15'],
    rationale: 'A node of a model is reachable from the internet.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EC2::Subnet'],
      path: 'MapPublicIpOnLaunch',
      must: { isNot: [true] },
    },
  ],
);
