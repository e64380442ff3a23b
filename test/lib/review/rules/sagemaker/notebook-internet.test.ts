import { notebookInternet } from '../../../../../lib/review/rules/sagemaker/notebook-internet';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(notebookInternet, {
  type: 'AWS::SageMaker::NotebookInstance',
  right: { DirectInternetAccess: 'Disabled' },
  wrong: { DirectInternetAccess: ['Enabled', undefined] },
});
