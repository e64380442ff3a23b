import { functionUrlOpen } from '../../../../../lib/review/rules/application/function-url-open';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionUrlOpen, {
  type: 'AWS::Lambda::Url',
  right: { AuthType: 'AWS_IAM' },
  wrong: { AuthType: ['NONE', undefined] },
});
