import { endpointAllAtOnce } from '../../../../../lib/review/rules/sagemaker/endpoint-all-at-once';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointAllAtOnce, {
  type: 'AWS::SageMaker::Endpoint',
  right: { DeploymentConfig: { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: 'CANARY' } } } },
  wrong: { 'DeploymentConfig.BlueGreenUpdatePolicy.TrafficRoutingConfiguration.Type': ['ALL_AT_ONCE'] },
});
