import { propertyRule } from '../../property-rule';

/** Set KmsKeyId: notebooks and data sets have a key that nobody here can revoke. */
export const studioKey = propertyRule(
  {
    code: 'StudioKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Notebooks and data sets have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-domain.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Domain'],
      path: 'KmsKeyId',
      must: { set: true },
    },
  ],
);
