import { propertyRule } from '../../property-rule';

/** Name subnets of at least two zones in Subnets: the loss of one zone stops the endpoint. */
export const nodegroupZones = propertyRule(
  {
    code: 'NodegroupZones',
    family: 'eks',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of one zone stops the endpoint.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Nodegroup'],
      path: 'Subnets',
      must: { items: 2 },
      mayBeAbsent: true,
    },
  ],
);
