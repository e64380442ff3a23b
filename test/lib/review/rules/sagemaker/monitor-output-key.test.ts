import { monitorOutputKey } from '../../../../../lib/review/rules/sagemaker/monitor-output-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(monitorOutputKey, {
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  right: { DataQualityJobOutputConfig: { MonitoringOutputs: [], KmsKeyId: 'x' } },
  wrong: { 'DataQualityJobOutputConfig.KmsKeyId': [undefined] },
});

ruleCases(monitorOutputKey, {
  type: 'AWS::SageMaker::ModelBiasJobDefinition',
  right: { ModelBiasJobOutputConfig: { MonitoringOutputs: [], KmsKeyId: 'x' } },
  wrong: { 'ModelBiasJobOutputConfig.KmsKeyId': [undefined] },
});

ruleCases(monitorOutputKey, {
  type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  right: { ModelExplainabilityJobOutputConfig: { MonitoringOutputs: [], KmsKeyId: 'x' } },
  wrong: { 'ModelExplainabilityJobOutputConfig.KmsKeyId': [undefined] },
});

ruleCases(monitorOutputKey, {
  type: 'AWS::SageMaker::ModelQualityJobDefinition',
  right: { ModelQualityJobOutputConfig: { MonitoringOutputs: [], KmsKeyId: 'x' } },
  wrong: { 'ModelQualityJobOutputConfig.KmsKeyId': [undefined] },
});

ruleCases(monitorOutputKey, {
  type: 'AWS::SageMaker::MonitoringSchedule',
  right: {
    MonitoringScheduleConfig: { MonitoringJobDefinition: { RoleArn: 'x', MonitoringOutputConfig: { KmsKeyId: 'x' } } },
  },
  wrong: { 'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringOutputConfig.KmsKeyId': [undefined] },
});
