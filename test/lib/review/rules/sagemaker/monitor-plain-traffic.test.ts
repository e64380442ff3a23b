import { monitorPlainTraffic } from '../../../../../lib/review/rules/sagemaker/monitor-plain-traffic';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(monitorPlainTraffic, {
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  right: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
  wrong: { 'NetworkConfig.EnableInterContainerTrafficEncryption': [false, undefined] },
});

ruleCases(monitorPlainTraffic, {
  type: 'AWS::SageMaker::ModelBiasJobDefinition',
  right: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
  wrong: { 'NetworkConfig.EnableInterContainerTrafficEncryption': [false, undefined] },
});

ruleCases(monitorPlainTraffic, {
  type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  right: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
  wrong: { 'NetworkConfig.EnableInterContainerTrafficEncryption': [false, undefined] },
});

ruleCases(monitorPlainTraffic, {
  type: 'AWS::SageMaker::ModelQualityJobDefinition',
  right: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
  wrong: { 'NetworkConfig.EnableInterContainerTrafficEncryption': [false, undefined] },
});

ruleCases(monitorPlainTraffic, {
  type: 'AWS::SageMaker::MonitoringSchedule',
  right: {
    MonitoringScheduleConfig: {
      MonitoringJobDefinition: { RoleArn: 'x', NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
    },
  },
  wrong: {
    'MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.EnableInterContainerTrafficEncryption': [
      false,
      undefined,
    ],
  },
});
