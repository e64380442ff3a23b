import { notebookRoot } from '../../../../../lib/review/rules/sagemaker/notebook-root';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(notebookRoot, {
  type: 'AWS::SageMaker::NotebookInstance',
  right: { RootAccess: 'Disabled' },
  wrong: { RootAccess: ['Enabled', undefined] },
});
