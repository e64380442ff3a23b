import { propertyRule } from '../../property-rule';

/** Set MinSize to at least 2: the loss of one node stops the endpoint. */
export const nodegroupSingle = propertyRule(
  {
    code: 'NodegroupSingle',
    family: 'eks',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of one node stops the endpoint.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Nodegroup'],
      path: 'ScalingConfig.MinSize',
      must: { atLeast: 2 },
      where: ({ properties }) => properties.CapacityType !== 'SPOT',
    },
  ],
);
