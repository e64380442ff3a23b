import { propertyRule } from '../../property-rule';

/** Leave out Enabled: what is encrypted with the key cannot be read. */
export const keyDisabled = propertyRule(
  {
    code: 'KeyDisabled',
    family: 'data',
    pack: 'baseline',
    safeguard: 'availability',
    rationale: 'What is encrypted with the key cannot be read.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::KMS::Key'],
      path: 'Enabled',
      must: { isNot: [false] },
    },
  ],
);
