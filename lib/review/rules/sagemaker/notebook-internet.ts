import { propertyRule } from '../../property-rule';

/** Set DirectInternetAccess to Disabled: whoever runs a cell can send data anywhere. */
export const notebookInternet = propertyRule(
  {
    code: 'NotebookInternet',
    family: 'sagemaker',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['SageMaker.1'],
    rationale: 'Whoever runs a cell can send data anywhere.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::NotebookInstance'],
      path: 'DirectInternetAccess',
      must: { is: ['Disabled'] },
    },
  ],
);
