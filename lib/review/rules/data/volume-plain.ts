import { propertyRule } from '../../property-rule';

/** Set Encrypted to true and KmsKeyId: a copy of a snapshot is a copy of the weights. */
export const volumePlain = propertyRule(
  {
    code: 'VolumePlain',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['EC2.3'],
    rationale: 'A copy of a snapshot is a copy of the weights.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EC2::Volume'],
      path: 'Encrypted',
      must: { is: [true] },
    },
    {
      types: ['AWS::EC2::Volume'],
      path: 'KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::EC2::LaunchTemplate'],
      path: 'LaunchTemplateData.BlockDeviceMappings.*.Ebs.KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::EC2::LaunchTemplate'],
      path: 'LaunchTemplateData.BlockDeviceMappings.*.Ebs.Encrypted',
      must: { is: [true] },
    },
  ],
);
