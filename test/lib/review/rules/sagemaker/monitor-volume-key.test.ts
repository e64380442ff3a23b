import { monitorVolumeKey } from '../../../../../lib/review/rules/sagemaker/monitor-volume-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(monitorVolumeKey, {
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  right: { JobResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 'x' } } },
  wrong: { 'JobResources.ClusterConfig.VolumeKmsKeyId': [undefined] },
});

ruleCases(monitorVolumeKey, {
  type: 'AWS::SageMaker::ModelBiasJobDefinition',
  right: { JobResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 'x' } } },
  wrong: { 'JobResources.ClusterConfig.VolumeKmsKeyId': [undefined] },
});

ruleCases(monitorVolumeKey, {
  type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  right: { JobResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 'x' } } },
  wrong: { 'JobResources.ClusterConfig.VolumeKmsKeyId': [undefined] },
});

ruleCases(monitorVolumeKey, {
  type: 'AWS::SageMaker::ModelQualityJobDefinition',
  right: { JobResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 'x' } } },
  wrong: { 'JobResources.ClusterConfig.VolumeKmsKeyId': [undefined] },
});

ruleCases(monitorVolumeKey, {
  type: 'AWS::SageMaker::MonitoringSchedule',
  right: {
    MonitoringScheduleConfig: {
      MonitoringJobDefinition: {
        MonitoringResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 'x' } },
      },
    },
  },
  wrong: {
    'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.VolumeKmsKeyId': [undefined],
  },
});
