import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Name alarms of the endpoint in AutoRollbackConfiguration: a rollout that nothing watches ends with every user on the bad version. */
export const rolloutWithoutAlarms = propertyRule(
  {
    code: 'RolloutWithoutAlarms',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'A rollout that nothing watches ends with every user on the bad version.',
    source: {
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-configuration.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Endpoint'],
      path: 'DeploymentConfig.AutoRollbackConfiguration.Alarms',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'DeploymentConfig'),
    },
    {
      types: ['AWS::SageMaker::InferenceComponent'],
      path: 'DeploymentConfig.AutoRollbackConfiguration.Alarms',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'DeploymentConfig'),
    },
  ],
);
