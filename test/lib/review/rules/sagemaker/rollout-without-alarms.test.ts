import { rolloutWithoutAlarms } from '../../../../../lib/review/rules/sagemaker/rollout-without-alarms';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(rolloutWithoutAlarms, {
  type: 'AWS::SageMaker::Endpoint',
  right: {
    DeploymentConfig: { RollingUpdatePolicy: {}, AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'errors' }] } },
  },
  wrong: { 'DeploymentConfig.AutoRollbackConfiguration.Alarms': [undefined] },
});

ruleCases(rolloutWithoutAlarms, {
  type: 'AWS::SageMaker::InferenceComponent',
  right: {
    DeploymentConfig: { RollingUpdatePolicy: {}, AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'errors' }] } },
  },
  wrong: { 'DeploymentConfig.AutoRollbackConfiguration.Alarms': [undefined] },
});
