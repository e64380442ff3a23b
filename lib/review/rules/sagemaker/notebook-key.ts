import { propertyRule } from '../../property-rule';

/** Set KmsKeyId: data sets on the volume have a key that nobody here can revoke. */
export const notebookKey = propertyRule(
  {
    code: 'NotebookKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['SageMaker.21'],
    rationale: 'Data sets on the volume have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::NotebookInstance'],
      path: 'KmsKeyId',
      must: { set: true },
    },
  ],
);
