import { propertyRule } from '../../property-rule';

/** Set HttpPutResponseHopLimit to 1: a pod acts with the rights of its node. */
export const metadataHops = propertyRule(
  {
    code: 'MetadataHops',
    family: 'eks',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'A pod acts with the rights of its node.',
    source: {
      url: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EC2::LaunchTemplate'],
      path: 'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit',
      must: { atMost: 1 },
    },
  ],
);
