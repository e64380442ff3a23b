import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

const jobs = [
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
];

/** Set EnableNetworkIsolation to true: the job reads every captured conversation and can send it away. */
export const monitorNotIsolated = propertyRule(
  {
    code: 'MonitorNotIsolated',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'boundary',
    securityHub: ['SageMaker.11', 'SageMaker.12', 'SageMaker.14', 'SageMaker.20', 'SageMaker.25'],
    rationale: 'The job reads every captured conversation and can send it away.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: jobs,
      path: 'NetworkConfig.EnableNetworkIsolation',
      must: { is: [true] },
    },
    {
      types: ['AWS::SageMaker::MonitoringSchedule'],
      path: 'MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.EnableNetworkIsolation',
      must: { is: [true] },
      where: ({ properties }) => mayBeAt(properties, 'MonitoringScheduleConfig.MonitoringJobDefinition'),
    },
  ],
);
