import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

const jobs = [
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
];

/** Set VpcConfig in NetworkConfig: no endpoint policy limits where the job writes. */
export const monitorOutsideVpc = propertyRule(
  {
    code: 'MonitorOutsideVpc',
    family: 'sagemaker',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'No endpoint policy limits where the job writes.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-modelqualityjobdefinition.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: jobs,
      path: 'NetworkConfig.VpcConfig',
      must: { set: true },
    },
    {
      types: ['AWS::SageMaker::MonitoringSchedule'],
      path: 'MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.VpcConfig',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'MonitoringScheduleConfig.MonitoringJobDefinition'),
    },
  ],
);
