import { endpointWithoutRollout } from '../../../../../lib/review/rules/sagemaker/endpoint-without-rollout';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointWithoutRollout, {
  type: 'AWS::SageMaker::Endpoint',
  right: { DeploymentConfig: { RollingUpdatePolicy: { WaitIntervalInSeconds: 60 } } },
  wrong: { DeploymentConfig: [undefined] },
});
