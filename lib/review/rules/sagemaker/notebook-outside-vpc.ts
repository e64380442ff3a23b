import { propertyRule } from '../../property-rule';

/** Set SubnetId and SecurityGroupIds: its traffic passes no security group of yours. */
export const notebookOutsideVpc = propertyRule(
  {
    code: 'NotebookOutsideVpc',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'boundary',
    securityHub: ['SageMaker.2'],
    rationale: 'Its traffic passes no security group of yours.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::NotebookInstance'],
      path: 'SubnetId',
      must: { set: true },
    },
  ],
);
