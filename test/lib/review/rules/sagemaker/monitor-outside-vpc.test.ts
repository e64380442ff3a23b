import { monitorOutsideVpc } from '../../../../../lib/review/rules/sagemaker/monitor-outside-vpc';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(monitorOutsideVpc, {
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  right: { NetworkConfig: { VpcConfig: { Subnets: ['s'], SecurityGroupIds: ['g'] } } },
  wrong: { 'NetworkConfig.VpcConfig': [undefined] },
});

ruleCases(monitorOutsideVpc, {
  type: 'AWS::SageMaker::ModelBiasJobDefinition',
  right: { NetworkConfig: { VpcConfig: { Subnets: ['s'], SecurityGroupIds: ['g'] } } },
  wrong: { 'NetworkConfig.VpcConfig': [undefined] },
});

ruleCases(monitorOutsideVpc, {
  type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  right: { NetworkConfig: { VpcConfig: { Subnets: ['s'], SecurityGroupIds: ['g'] } } },
  wrong: { 'NetworkConfig.VpcConfig': [undefined] },
});

ruleCases(monitorOutsideVpc, {
  type: 'AWS::SageMaker::ModelQualityJobDefinition',
  right: { NetworkConfig: { VpcConfig: { Subnets: ['s'], SecurityGroupIds: ['g'] } } },
  wrong: { 'NetworkConfig.VpcConfig': [undefined] },
});

ruleCases(monitorOutsideVpc, {
  type: 'AWS::SageMaker::MonitoringSchedule',
  right: {
    MonitoringScheduleConfig: {
      MonitoringJobDefinition: {
        RoleArn: 'x',
        NetworkConfig: { VpcConfig: { Subnets: ['s'], SecurityGroupIds: ['g'] } },
      },
    },
  },
  wrong: { 'MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.VpcConfig': [undefined] },
});
