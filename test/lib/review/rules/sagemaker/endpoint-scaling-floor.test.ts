import { endpointScalingFloor } from '../../../../../lib/review/rules/sagemaker/endpoint-scaling-floor';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointScalingFloor, {
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  right: { ScalableDimension: 'sagemaker:variant:DesiredInstanceCount', MinCapacity: 2 },
  wrong: { MinCapacity: [1, undefined] },
});
