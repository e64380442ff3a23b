import { propertyRule } from '../../property-rule';

/** Set PlatformIdentifier to notebook-al2-v3 or notebook-al2023-v1: known vulnerabilities are not patched. */
export const notebookPlatform = propertyRule(
  {
    code: 'NotebookPlatform',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'vulnerability',
    securityHub: ['SageMaker.8'],
    rationale: 'Known vulnerabilities are not patched.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::NotebookInstance'],
      path: 'PlatformIdentifier',
      must: { is: ['notebook-al2-v3', 'notebook-al2023-v1'] },
      mayBeAbsent: true,
    },
  ],
);
