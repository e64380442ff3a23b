import { knownAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set KmsKeyId in DataCaptureConfig: whoever may read the bucket reads every conversation. */
export const dataCaptureKey = propertyRule(
  {
    code: 'DataCaptureKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Whoever may read the bucket reads every conversation.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::EndpointConfig'],
      path: 'DataCaptureConfig.KmsKeyId',
      must: { set: true },
      where: ({ properties }) => knownAt(properties, 'DataCaptureConfig') !== undefined,
    },
  ],
);
