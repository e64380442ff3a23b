import { clusterOutsideVpc } from '../../../../../lib/review/rules/sagemaker/cluster-outside-vpc';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(clusterOutsideVpc, {
  type: 'AWS::SageMaker::Cluster',
  right: { VpcConfig: { Subnets: ['s'], SecurityGroupIds: ['g'] } },
  wrong: { VpcConfig: [undefined] },
});
