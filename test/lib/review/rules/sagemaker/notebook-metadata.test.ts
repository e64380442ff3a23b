import { notebookMetadata } from '../../../../../lib/review/rules/sagemaker/notebook-metadata';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(notebookMetadata, {
  type: 'AWS::SageMaker::NotebookInstance',
  right: { InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' } },
  wrong: { 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion': ['1', undefined] },
});
