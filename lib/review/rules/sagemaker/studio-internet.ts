import { propertyRule } from '../../property-rule';

/** Set AppNetworkAccessType to VpcOnly: whoever runs a cell can send data anywhere. */
export const studioInternet = propertyRule(
  {
    code: 'StudioInternet',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Whoever runs a cell can send data anywhere.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-domain.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Domain'],
      path: 'AppNetworkAccessType',
      must: { is: ['VpcOnly'] },
    },
  ],
);
