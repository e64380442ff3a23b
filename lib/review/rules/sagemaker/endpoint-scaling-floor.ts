import { propertyRule } from '../../property-rule';

/** Set MinCapacity to at least 2: the loss of one instance or zone stops the endpoint in a quiet hour. */
export const endpointScalingFloor = propertyRule(
  {
    code: 'EndpointScalingFloor',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of one instance or zone stops the endpoint in a quiet hour.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApplicationAutoScaling::ScalableTarget'],
      path: 'MinCapacity',
      must: { atLeast: 2 },
      where: ({ properties }) => properties.ScalableDimension === 'sagemaker:variant:DesiredInstanceCount',
    },
  ],
);
