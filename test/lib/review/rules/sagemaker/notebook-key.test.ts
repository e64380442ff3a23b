import { notebookKey } from '../../../../../lib/review/rules/sagemaker/notebook-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(notebookKey, {
  type: 'AWS::SageMaker::NotebookInstance',
  right: { KmsKeyId: 'x' },
  wrong: { KmsKeyId: [undefined] },
});
