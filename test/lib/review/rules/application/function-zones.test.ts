import { functionZones } from '../../../../../lib/review/rules/application/function-zones';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionZones, {
  type: 'AWS::Lambda::Function',
  right: { VpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'] } },
  wrong: { 'VpcConfig.SubnetIds': [['subnet-1']] },
});
