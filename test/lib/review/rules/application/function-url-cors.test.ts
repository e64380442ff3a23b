import { functionUrlCors } from '../../../../../lib/review/rules/application/function-url-cors';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionUrlCors, {
  type: 'AWS::Lambda::Url',
  right: { Cors: { AllowOrigins: ['*'], AllowCredentials: false } },
  wrong: { 'Cors.AllowCredentials': [true] },
});
