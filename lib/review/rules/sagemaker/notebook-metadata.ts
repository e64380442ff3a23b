import { propertyRule } from '../../property-rule';

/** Set MinimumInstanceMetadataServiceVersion to 2: a request that a cell is tricked into gives the credentials of the role. */
export const notebookMetadata = propertyRule(
  {
    code: 'NotebookMetadata',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'authentication',
    rationale: 'A request that a cell is tricked into gives the credentials of the role.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::NotebookInstance'],
      path: 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
      must: { is: ['2'] },
    },
  ],
);
