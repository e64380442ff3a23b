import { modelSubnets } from '../../../../../lib/review/rules/sagemaker/model-subnets';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(modelSubnets, {
  type: 'AWS::SageMaker::Model',
  right: { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'] } },
  wrong: { 'VpcConfig.Subnets': [['subnet-1']] },
});
