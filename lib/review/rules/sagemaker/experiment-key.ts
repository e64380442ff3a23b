import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set KmsKey, and KmsKey in DataStorageConfig: copied requests have a key that nobody here can revoke. */
export const experimentKey = propertyRule(
  {
    code: 'ExperimentKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['SageMaker.23', 'SageMaker.24'],
    rationale: 'Copied requests have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::InferenceExperiment'],
      path: 'KmsKey',
      must: { set: true },
    },
    {
      types: ['AWS::SageMaker::InferenceExperiment'],
      path: 'DataStorageConfig.KmsKey',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'DataStorageConfig'),
    },
  ],
);
