import { notebookPlatform } from '../../../../../lib/review/rules/sagemaker/notebook-platform';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(notebookPlatform, {
  type: 'AWS::SageMaker::NotebookInstance',
  right: { PlatformIdentifier: 'notebook-al2-v3' },
  wrong: { PlatformIdentifier: ['notebook-al2-v1'] },
});
