import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set KmsKeyId in S3StorageConfig: features of persons have a key that nobody here can revoke. */
export const featureStoreOfflineKey = propertyRule(
  {
    code: 'FeatureStoreOfflineKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['SageMaker.17'],
    rationale: 'Features of persons have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::FeatureGroup'],
      path: 'OfflineStoreConfig.S3StorageConfig.KmsKeyId',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'OfflineStoreConfig'),
    },
  ],
);
