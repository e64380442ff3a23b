import { propertyRule } from '../../property-rule';

/** Set RootAccess to Disabled: a user can read what other users of the instance left. */
export const notebookRoot = propertyRule(
  {
    code: 'NotebookRoot',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'least-privilege',
    securityHub: ['SageMaker.3'],
    rationale: 'A user can read what other users of the instance left.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::NotebookInstance'],
      path: 'RootAccess',
      must: { is: ['Disabled'] },
    },
  ],
);
