import { monitorNotIsolated } from '../../../../../lib/review/rules/sagemaker/monitor-not-isolated';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(monitorNotIsolated, {
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  right: { NetworkConfig: { EnableNetworkIsolation: true } },
  wrong: { 'NetworkConfig.EnableNetworkIsolation': [false, undefined] },
});

ruleCases(monitorNotIsolated, {
  type: 'AWS::SageMaker::ModelBiasJobDefinition',
  right: { NetworkConfig: { EnableNetworkIsolation: true } },
  wrong: { 'NetworkConfig.EnableNetworkIsolation': [false, undefined] },
});

ruleCases(monitorNotIsolated, {
  type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  right: { NetworkConfig: { EnableNetworkIsolation: true } },
  wrong: { 'NetworkConfig.EnableNetworkIsolation': [false, undefined] },
});

ruleCases(monitorNotIsolated, {
  type: 'AWS::SageMaker::ModelQualityJobDefinition',
  right: { NetworkConfig: { EnableNetworkIsolation: true } },
  wrong: { 'NetworkConfig.EnableNetworkIsolation': [false, undefined] },
});

ruleCases(monitorNotIsolated, {
  type: 'AWS::SageMaker::MonitoringSchedule',
  right: {
    MonitoringScheduleConfig: {
      MonitoringJobDefinition: { RoleArn: 'x', NetworkConfig: { EnableNetworkIsolation: true } },
    },
  },
  wrong: {
    'MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.EnableNetworkIsolation': [false, undefined],
  },
});
