import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

const jobs = [
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
];

/** Set EnableInterContainerTrafficEncryption to true: captured conversations cross the network in clear text. */
export const monitorPlainTraffic = propertyRule(
  {
    code: 'MonitorPlainTraffic',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-in-transit',
    securityHub: ['SageMaker.9', 'SageMaker.10', 'SageMaker.13', 'SageMaker.15', 'SageMaker.22'],
    rationale: 'Captured conversations cross the network in clear text.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: jobs,
      path: 'NetworkConfig.EnableInterContainerTrafficEncryption',
      must: { is: [true] },
    },
    {
      types: ['AWS::SageMaker::MonitoringSchedule'],
      path: 'MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.EnableInterContainerTrafficEncryption',
      must: { is: [true] },
      where: ({ properties }) => mayBeAt(properties, 'MonitoringScheduleConfig.MonitoringJobDefinition'),
    },
  ],
);
