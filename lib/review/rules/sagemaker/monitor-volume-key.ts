import { knownAt } from '../../known';
import { propertyRule } from '../../property-rule';
import { takesVolumeKey } from '../../volume-key';

const jobs = [
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
];

/** Set VolumeKmsKeyId: captured conversations lie on a disk with a key that nobody here can revoke. */
export const monitorVolumeKey = propertyRule(
  {
    code: 'MonitorVolumeKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Captured conversations lie on a disk with a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringClusterConfig.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: jobs,
      path: 'JobResources.ClusterConfig.VolumeKmsKeyId',
      must: { set: true },
      where: ({ properties }) => takesVolumeKey(knownAt(properties, 'JobResources.ClusterConfig.InstanceType')),
    },
    {
      types: ['AWS::SageMaker::MonitoringSchedule'],
      path: 'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.VolumeKmsKeyId',
      must: { set: true },
      where: ({ properties }) =>
        takesVolumeKey(
          knownAt(
            properties,
            'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.InstanceType',
          ),
        ),
    },
  ],
);
