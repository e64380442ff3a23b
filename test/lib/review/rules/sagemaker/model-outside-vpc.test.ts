import { modelOutsideVpc } from '../../../../../lib/review/rules/sagemaker/model-outside-vpc';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(modelOutsideVpc, {
  type: 'AWS::SageMaker::Model',
  right: { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } },
  wrong: { VpcConfig: [undefined] },
});
