import { propertyRule } from '../../property-rule';
import { instanceTypes, takesVolumeKey } from '../../volume-key';

/** Set KmsKeyId: weights and requests on the volume are encrypted with a key that nobody here can revoke. */
export const endpointVolumeKey = propertyRule(
  {
    code: 'EndpointVolumeKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Weights and requests on the volume are encrypted with a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::EndpointConfig'],
      path: 'KmsKeyId',
      must: { set: true },
      where: ({ properties }) => instanceTypes(properties).every(takesVolumeKey),
    },
  ],
);
