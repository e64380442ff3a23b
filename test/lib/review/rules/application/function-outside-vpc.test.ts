import { functionOutsideVpc } from '../../../../../lib/review/rules/application/function-outside-vpc';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionOutsideVpc, {
  type: 'AWS::Lambda::Function',
  right: { VpcConfig: { SubnetIds: ['s1', 's2'] } },
  wrong: { 'VpcConfig.SubnetIds': [undefined] },
});
