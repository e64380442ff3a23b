import { propertyRule } from '../../property-rule';

/** Set HttpTokens to required: a request that a pod is tricked into gives the credentials of the node. */
export const instanceMetadata = propertyRule(
  {
    code: 'InstanceMetadata',
    family: 'eks',
    pack: 'baseline',
    safeguard: 'authentication',
    securityHub: ['EC2.8', 'EC2.170'],
    rationale: 'A request that a pod is tricked into gives the credentials of the node.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EC2::LaunchTemplate'],
      path: 'LaunchTemplateData.MetadataOptions.HttpTokens',
      must: { is: ['required'] },
    },
    {
      types: ['AWS::EC2::Instance'],
      path: 'MetadataOptions.HttpTokens',
      must: { is: ['required'] },
    },
  ],
);
