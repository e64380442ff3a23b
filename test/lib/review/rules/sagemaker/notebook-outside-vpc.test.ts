import { notebookOutsideVpc } from '../../../../../lib/review/rules/sagemaker/notebook-outside-vpc';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(notebookOutsideVpc, {
  type: 'AWS::SageMaker::NotebookInstance',
  right: { SubnetId: 'x' },
  wrong: { SubnetId: [undefined] },
});
