import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set KmsKeyId in SecurityConfig: features of persons have a key that nobody here can revoke. */
export const featureStoreOnlineKey = propertyRule(
  {
    code: 'FeatureStoreOnlineKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['SageMaker.18'],
    rationale: 'Features of persons have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::FeatureGroup'],
      path: 'OnlineStoreConfig.SecurityConfig.KmsKeyId',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'OnlineStoreConfig'),
    },
  ],
);
