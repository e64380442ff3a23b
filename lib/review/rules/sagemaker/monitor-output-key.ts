import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set KmsKeyId of the output: results quote captured conversations. */
export const monitorOutputKey = propertyRule(
  {
    code: 'MonitorOutputKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Results quote captured conversations.',
    source: {
      url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringOutputConfig.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::DataQualityJobDefinition'],
      path: 'DataQualityJobOutputConfig.KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::SageMaker::ModelBiasJobDefinition'],
      path: 'ModelBiasJobOutputConfig.KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::SageMaker::ModelExplainabilityJobDefinition'],
      path: 'ModelExplainabilityJobOutputConfig.KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::SageMaker::ModelQualityJobDefinition'],
      path: 'ModelQualityJobOutputConfig.KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::SageMaker::MonitoringSchedule'],
      path: 'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringOutputConfig.KmsKeyId',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'MonitoringScheduleConfig.MonitoringJobDefinition'),
    },
  ],
);
